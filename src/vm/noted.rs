//! What takes longer than its instruction says, counted. Knows no cost.

/// How often what happened since somebody was told last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    /// Operations on locks of the program.
    pub lock_steps: u32,
    /// Calls of `acquire` that have arguments to be read.
    pub lock_arguments: u32,
    /// Items put into a `SimpleQueue` and taken from it, without those that somebody had to wait for.
    pub queue_steps: u32,
    /// Of the program's classes, and coroutines.
    pub instances: u32,
    /// Calls of an `__init__` that is Python.
    pub inits: u32,
    /// Frames in which an exception was raised, or that it passed.
    pub raises: u32,
}

/// What there is to note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    LockStep,
    LockArguments,
    QueueStep,
    Instance,
    Init,
    Raise,
}

impl Noted {
    #[inline]
    pub fn add(&mut self, note: Note) {
        let count = match note {
            Note::LockStep => &mut self.lock_steps,
            Note::LockArguments => &mut self.lock_arguments,
            Note::QueueStep => &mut self.queue_steps,
            Note::Instance => &mut self.instances,
            Note::Init => &mut self.inits,
            Note::Raise => &mut self.raises,
        };
        *count = count.saturating_add(1);
    }
}
