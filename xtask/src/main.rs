//! `cargo xtask`: the commands that build, serve, check, test and measure Rainbow.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod check;
mod css;
mod dist;
mod one_file;
mod page;
mod project;
mod sample;
mod serve;
mod server;
mod site;
mod size;
mod table;
mod test;
mod toolchain;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

const HELP: &str = "\
cargo xtask serve [--open] [--release] [--port N]   build the app and serve it on this machine only
cargo xtask test [--fast] [-- PLAYWRIGHT ARGS]      every check and test; --fast leaves out the browser
cargo xtask test --kills N [-- PLAYWRIGHT ARGS]     the same with the browser killed N times (50 if not said)
cargo xtask dist                                    write dist/rainbow.html and dist/site/
cargo xtask check [--write]                         the project's own rules; --write renews the JSON Schema
cargo xtask bench [--write]                         measure beside the peers; --write renews docs/performance.md
cargo xtask bench --only filter                     one measure of bench/measures alone
cargo xtask sample [--responses N] [--out FILE]     write the sample area as a file, its second round of any size";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut args = lexopt::Parser::from_env();
    let command = match args.next()? {
        Some(Value(command)) => command.string()?,
        Some(Long("help") | Short('h')) | None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "serve" => {
            let mut options = serve::Options::default();
            while let Some(arg) = args.next()? {
                match arg {
                    Long("open") => options.open = true,
                    Long("release") => options.profile = wasm::Profile::Release,
                    Long("port") => options.port = args.value()?.parse()?,
                    other => return Err(other.unexpected().into()),
                }
            }
            serve::run(&options)
        }
        "test" => {
            let mut options = test::Options::default();
            while let Some(arg) = args.next()? {
                match arg {
                    Long("fast") => options.fast = true,
                    Long("kills") => options.kills = Some(args.value()?.parse()?),
                    Value(value) => options.playwright.push(value.string()?),
                    other => return Err(other.unexpected().into()),
                }
            }
            test::run(&options)
        }
        "dist" => {
            nothing_more(args)?;
            dist::run()
        }
        "check" => {
            let mut write = false;
            while let Some(arg) = args.next()? {
                match arg {
                    Long("write") => write = true,
                    other => return Err(other.unexpected().into()),
                }
            }
            check::run(write)
        }
        "bench" => {
            let mut options = bench::Options::default();
            while let Some(arg) = args.next()? {
                match arg {
                    Long("write") => options.write = true,
                    Long("only") => options.only = Some(args.value()?.string()?),
                    other => return Err(other.unexpected().into()),
                }
            }
            bench::run(&options)
        }
        "sample" => {
            let mut options = sample::Options::default();
            while let Some(arg) = args.next()? {
                match arg {
                    Long("responses") => options.responses = args.value()?.parse()?,
                    Long("out") => options.out = Some(args.value()?.into()),
                    other => return Err(other.unexpected().into()),
                }
            }
            sample::run(&options)
        }
        "help" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("there is no command \"{other}\"; these are the commands:\n{HELP}"),
    }
}

fn nothing_more(mut args: lexopt::Parser) -> Result<()> {
    match args.next()? {
        Some(arg) => Err(arg.unexpected().into()),
        None => Ok(()),
    }
}
