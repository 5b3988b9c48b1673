//! Engines: they drive the virtual machine.

mod clock;
mod stop;
mod threads;
