//! Where the operating system's sockets are not known: every call fails, and the simulated machine has them.

use super::Stop;
use crate::ids::ProcessId;
use crate::net::Network;
use crate::vm::socket::NOT_SUPPORTED;
use crate::vm::{Reply, SocketCall};

/// No sockets for a forked process.
pub type Handed = ();

/// No sockets.
pub struct Sockets;

impl Sockets {
    pub fn new(_: &Network, _: u64, _: ProcessId) -> Sockets {
        Sockets
    }

    pub fn hand_over(&self, _: std::path::PathBuf) -> std::io::Result<Handed> {
        Ok(())
    }

    pub fn fetch(&self, (): &Handed) -> std::io::Result<()> {
        Ok(())
    }

    pub fn call(&self, _: SocketCall, _: &Stop) -> Reply {
        let text = "gilsim has sockets on this system in the simulated engine only: add --simulated";
        Reply::Failed(NOT_SUPPORTED, text.to_owned())
    }
}
