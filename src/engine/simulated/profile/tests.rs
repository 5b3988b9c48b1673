//! Profiles: those of the program, and wrong ones.

use super::*;

fn messages(text: &str) -> Vec<String> {
    match Profile::read("test", text) {
        Err(ProfileError::Wrong(_, mistakes)) => mistakes.into_iter().map(|mistake| mistake.message).collect(),
        other => panic!("a wrong profile was read: {other:?}"),
    }
}

#[test]
fn every_profile_of_the_program_is_sound_and_says_what_it_is() {
    for name in Profile::names() {
        let profile = Profile::find(name).unwrap();
        assert!(!profile.about.is_empty(), "{name}");
    }
}

#[test]
fn every_value_of_every_profile_tells_its_source() {
    for (name, text) in EMBEDDED {
        let values = text.lines().filter(|line| line.contains(" = ") && !line.starts_with('#'));
        let silent: Vec<_> = values.filter(|line| !line.contains(" # ") && !line.contains("= \"")).collect();
        assert_eq!(silent, [""; 0], "{name}");
    }
}

#[test]
fn each_cost_says_by_itself_what_it_is() {
    let leaning: Vec<_> = FIELDS.iter().filter(|entry| entry.about.starts_with("the same")).collect();
    assert_eq!(leaning, [] as [&Entry; 0]);
}

#[test]
fn all_mistakes_of_a_file_are_told_at_once() {
    let text =
        "based_on = \"cpython-3.11\"\n[os]\ntick = -1\nslcie = 5\ninterrupt = \"1ms\"\n[lock]\nmutex = 1e300\n[ooos]\n";
    let told = messages(text);
    assert_eq!(
        told,
        [
            "`lock.mutex`: 1e300 ns is absurd, at most 1000000000 ns is possible",
            "unknown section: `ooos`; known here: instruction, python, module, lock, os, start, transfer, native, collector, file, network, asyncio, library, memory, free_threading",
            "`os.interrupt` is a number, in ns",
            "unknown cost: `os.slcie`; did you mean `os.slice`?",
            "`os.tick`: -1 ns is too little, at least 1000 ns is possible",
        ]
    );
}

#[test]
fn a_profile_without_a_base_names_what_it_lacks() {
    assert!(messages("[os]\ntick = 4_000_000\n")[0].ends_with(" more"), "not all are named");
    assert!(messages("os = 4\n")[0].starts_with("unknown cost: `os`; it is a section of costs, such as `os."));
    assert!(messages("[os]\ntick = 4_000_000\n")[0].starts_with("values are missing: instruction.load_store, "));
}

#[test]
fn the_nearest_name_is_offered_for_an_unknown_profile() {
    let Err(ProfileError::Unknown(told)) = Profile::find("cpython-3.12") else { panic!("it is known") };
    assert!(told.starts_with("unknown profile: `cpython-3.12`; did you mean `cpython-3.1"), "{told}");
}

#[test]
fn a_single_value_can_be_replaced_within_its_bounds() {
    let mut profile = Profile::find(DEFAULT).unwrap();
    assert_eq!(profile.set("os.tick", 1e6), Ok(()));
    assert_eq!(profile.time(Field::Tick), Nanos::from_millis(1));
    assert!(profile.set("os.tick", f64::NAN).is_err());
    assert!(profile.set("os.tik", 1e6).unwrap_err().contains("did you mean `os.tick`?"));
}
