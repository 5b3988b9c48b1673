//! That changes of reference counts were lost, and what came of it, for a picture: the report tells of them by themselves.

use super::{Facts, counted, incomplete};

pub(super) fn point(facts: &Facts) -> Option<String> {
    let lost = facts.count("counts.lost");
    let (died, leaked) = (facts.count("counts.died_early"), facts.count("counts.leaked"));
    let objects = [(died, "died early"), (leaked, "leaked")].into_iter().filter(|(count, _)| *count > 0);
    let became = objects.map(|(count, how)| format!("{} {how}", counted(count, "object")));
    let came: Vec<String> = became.chain(incomplete(facts)).collect();
    let came = if came.is_empty() { String::new() } else { format!(": {}", came.join(", ")) };
    (lost > 0).then(|| {
        let changes = if lost == 1 { "a change".to_string() } else { format!("{lost} changes") };
        let were = if lost == 1 { "was" } else { "were" };
        format!("without a GIL {changes} of reference counts {were} lost{came}")
    })
}
