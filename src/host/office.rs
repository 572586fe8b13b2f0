//! Word files through LibreOffice, where it is installed.
//!
//! Comes in: the bytes of a file that the readers do not read in full. Goes out: the same document as `.docx`.
//! The program runs in a fresh profile and home folder, without network, one at a time, within a time limit.

use std::ffi::OsStr;
use std::io::{Error, ErrorKind};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::fault::system;
use crate::read::{OLD_WORD, ReadError};
use crate::text::{Lang, Source, Speak, Warning};

/// Where LibreOffice usually is.
const PROGRAMS: &[&str] = &[
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
];
/// A conversion takes a few seconds.
const TIME_LIMIT: Duration = Duration::from_secs(30);
const STEP: Duration = Duration::from_millis(50);
/// The result may be as large as any input.
const MAX_BYTES: u64 = 64 << 20;
/// Nothing listens there: the program finds no network.
const NOWHERE: &str = "http://127.0.0.1:9";

/// Two conversions at once would fight over memory.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Why there is no converted file.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.say(Lang::Zh))]
pub enum OfficeError {
    /// LibreOffice is not installed.
    Missing,
    /// It did not finish.
    TimedOut,
    /// It made no document of the file.
    Refused,
    /// Files or processes could not be handled.
    System(#[from] Error),
}

impl Speak for OfficeError {
    fn say(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            OfficeError::Missing => (
                "没有安装 LibreOffice;请安装(Debian、Ubuntu:apt install libreoffice-writer-nogui;\
                 其他系统见 www.libreoffice.org),或用 Word、WPS 另存为 docx",
                "LibreOffice is not installed; install it (Debian, Ubuntu: apt install libreoffice-writer-nogui; \
                 else see www.libreoffice.org), or save the file as docx in Word or WPS",
            ),
            OfficeError::TimedOut => (
                "LibreOffice 没有在 30 秒内完成转换;请用 Word、WPS 另存为 docx",
                "LibreOffice did not finish within 30 seconds; save the file as docx in Word or WPS",
            ),
            OfficeError::Refused => (
                "LibreOffice 不能转换这个文件;请用 Word、WPS 打开并另存为 docx",
                "LibreOffice cannot convert this file; open it in Word or WPS and save it as docx",
            ),
            OfficeError::System(error) => return format!("LibreOffice: {}", system(error).say(lang)),
        };
        match lang {
            Lang::Zh => zh.to_string(),
            Lang::En => en.to_string(),
        }
    }
}

/// Whether a conversion could give more than the readers did: numbers they could not make, or a format too old.
pub fn may_help(read: &Result<Source, ReadError>) -> bool {
    match read {
        Ok(source) => source.warnings.iter().any(|w| w.kind == "numbering_may_be_missing"),
        Err(ReadError::Unsupported { found }) => *found == OLD_WORD.into(),
        Err(_) => false,
    }
}

/// What the result has to say after a conversion.
pub fn warning() -> Warning {
    Warning::new(
        "converted_by_libreoffice",
        "文件经 LibreOffice 转换为 docx 后读取,段落位置以转换后的文件为准",
        "read after a conversion to docx by LibreOffice; paragraphs are counted in the converted file",
    )
}

/// Convert a document to `.docx`. The extension tells LibreOffice what to expect.
pub fn convert(bytes: &[u8], extension: &str) -> Result<Vec<u8>, OfficeError> {
    convert_with(PROGRAMS, TIME_LIMIT, bytes, extension)
}

fn convert_with<P: AsRef<OsStr>>(
    programs: &[P],
    limit: Duration,
    bytes: &[u8],
    extension: &str,
) -> Result<Vec<u8>, OfficeError> {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::Builder::new().prefix("lawcheck-office-").tempdir()?;
    let plain = extension.len() <= 5 && extension.bytes().all(|b| b.is_ascii_alphanumeric());
    let input = folder.path().join("report").with_extension(if plain { extension } else { "doc" });
    write(&input, bytes)?;
    let mut child = start(programs, folder.path(), &input)?;
    let finished = wait(&mut child, limit)?;
    if !finished {
        stop(&mut child)?;
        return Err(OfficeError::TimedOut);
    }
    read(&folder.path().join("out").join("report.docx"))
}

/// Start the first program that is installed.
fn start<P: AsRef<OsStr>>(programs: &[P], folder: &Path, input: &Path) -> Result<Child, OfficeError> {
    for program in programs {
        match command(program.as_ref(), folder, input).spawn() {
            Ok(child) => return Ok(child),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(OfficeError::Missing)
}

fn command(program: &OsStr, folder: &Path, input: &Path) -> Command {
    let mut command = Command::new(program);
    let profile = format!("-env:UserInstallation=file://{}", url_path(&folder.join("profile")));
    command.arg(profile).args([
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nologo",
        "--convert-to",
        "docx",
    ]);
    command.arg("--outdir").arg(folder.join("out")).arg(input);
    command.env_clear().current_dir(folder);
    for name in ["PATH", "SYSTEMROOT"] {
        command.envs(std::env::var_os(name).map(|value| (name, value)));
    }
    for name in ["HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
        command.env(name, folder);
    }
    for name in
        ["http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]
    {
        command.env(name, NOWHERE);
    }
    command.env("SAL_USE_VCLPLUGIN", "svp").env("LC_ALL", "C.UTF-8");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // The program starts another one; both are to be stopped together.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

/// A path as the end of a `file:` address.
fn url_path(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let path = if path.starts_with('/') { path } else { format!("/{path}") };
    path.bytes()
        .map(|b| {
            if b.is_ascii_graphic() && !b"%#?".contains(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

/// Whether the program ended in time.
fn wait(child: &mut Child, limit: Duration) -> Result<bool, OfficeError> {
    let mut waited = Duration::ZERO;
    while child.try_wait()?.is_none() {
        if waited >= limit {
            return Ok(false);
        }
        std::thread::sleep(STEP);
        waited += STEP;
    }
    Ok(true)
}

fn stop(child: &mut Child) -> Result<(), OfficeError> {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        rustix::process::kill_process_group(group, rustix::process::Signal::KILL).map_err(Error::from)?;
    }
    #[cfg(not(unix))]
    child.kill()?;
    child.wait()?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the host stage hands files to other programs")]
fn write(path: &Path, bytes: &[u8]) -> Result<(), OfficeError> {
    Ok(std::fs::write(path, bytes)?)
}

#[expect(clippy::disallowed_methods, reason = "the host stage takes files from other programs")]
fn read(path: &Path) -> Result<Vec<u8>, OfficeError> {
    match std::fs::metadata(path) {
        Ok(found) if found.len() > 0 && found.len() <= MAX_BYTES => Ok(std::fs::read(path)?),
        _ => Err(OfficeError::Refused),
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// A program made of shell lines, in a folder that goes with the test.
    #[expect(clippy::disallowed_methods, reason = "the test needs a program to start")]
    fn program(lines: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("soffice");
        std::fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        (folder, path)
    }

    fn run(lines: &str) -> Result<Vec<u8>, OfficeError> {
        let (_folder, path) = program(lines);
        convert_with(
            &[Path::new("no-such-program"), path.as_path()],
            Duration::from_millis(500),
            b"abc",
            "doc",
        )
    }

    #[test]
    fn the_result_is_what_the_program_wrote() {
        // The last two arguments are the folder for the result and the input.
        let lines = "while [ $# -gt 2 ]; do shift; done\nmkdir -p \"$1\" && cat \"$2\" > \"$1/report.docx\"";
        assert_eq!(run(lines).unwrap(), b"abc");
    }

    #[test]
    fn home_and_network_are_not_the_users() {
        let lines = "while [ $# -gt 2 ]; do shift; done\nmkdir -p \"$1\" && printf %s \"$HOME $http_proxy\" > \"$1/report.docx\"";
        let seen = String::from_utf8(run(lines).unwrap()).unwrap();
        assert!(seen.contains("lawcheck-office-") && seen.ends_with(NOWHERE), "{seen}");
    }

    #[test]
    fn faults_have_names() {
        assert!(matches!(convert_with(&["no-such-program"], STEP, b"", "doc"), Err(OfficeError::Missing)));
        assert!(matches!(run("exit 1"), Err(OfficeError::Refused)));
        assert!(matches!(run("sleep 60 & sleep 60"), Err(OfficeError::TimedOut)));
    }
}
