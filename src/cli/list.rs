//! `gilsim list`: what there is to choose from.

use super::bundled;
use super::failure::Failure;
use super::table::Table;
use super::terminal::{self, bold};
use crate::analysis::CATALOGUE;
use crate::engine::simulated::profile::Profile;
use crate::gil::Policy;
use crate::model::Model;

#[derive(clap::Args)]
#[command(after_help = "Example:\n  gilsim list --figures")]
pub struct Args {
    /// List all figures of a run, with unit and meaning
    #[arg(long)]
    figures: bool,
}

pub fn main(args: &Args) -> Result<(), Failure> {
    let text = if args.figures { figures() } else { overview() };
    terminal::data(&text);
    Ok(())
}

fn overview() -> String {
    let titled = |bundled: &bundled::Bundled| (bundled.path.to_string(), title(bundled));
    let models = Model::ALL.into_iter().map(|model| (model.to_string(), model.about().to_string()));
    let policies = Policy::ALL.into_iter().map(|policy| (policy.to_string(), policy.about().to_string()));
    let profiles =
        Profile::names().map(|name| (name.to_string(), Profile::find(name).map_or(String::new(), |found| found.about)));
    let sections = [
        section("Scenarios", bundled::SCENARIOS.iter().map(titled)),
        section("Programs with threads, processes or event loops of their own", bundled::PATTERNS.iter().map(titled)),
        section("Workloads to compare the models on", bundled::COMPARED.iter().map(titled)),
        section("Workloads to sweep and to tune", bundled::TUNING.iter().map(titled)),
        section(
            "Published results, to run beside what the simulated machine makes of them",
            bundled::PUBLISHED.iter().map(titled),
        ),
        section("Models", models),
        section("Policies", policies),
        section("Profiles of the simulated machine", profiles),
    ];
    sections.join("\n")
}

fn section(title: &str, entries: impl Iterator<Item = (String, String)>) -> String {
    let entries: Vec<_> = entries.collect();
    let width = entries.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let lines: String = entries.iter().map(|(name, about)| format!("  {name:width$}  {about}\n")).collect();
    format!("{}\n{lines}", bold(title))
}

fn title(bundled: &bundled::Bundled) -> String {
    bundled.parse().map_or_else(|error| error.to_string(), |scenario| scenario.title)
}

fn figures() -> String {
    let mut table = Table::of_words(["figure", "unit", "meaning"]);
    CATALOGUE.iter().for_each(|doc| table.row([doc.pattern, doc.unit.name(), doc.about]));
    table.render(0)
}
