//! Enums that list their variants, so that a table with a row for each cannot lack one.

/// Makes an enum and `ALL`, its variants in their order.
macro_rules! listed {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$meaning:meta])* $variant:ident,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$meaning])* $variant),+ }

        impl $name {
            /// In their order.
            pub const ALL: [$name; [$($name::$variant),+].len()] = [$($name::$variant),+];
        }
    };
}

pub(crate) use listed;
