//! A server of static files for this machine only.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, StatusCode};

/// A running server; it ends with the process.
pub(crate) struct Server {
    port: u16,
    workers: Vec<JoinHandle<()>>,
}

/// A port of this machine, taken but not served yet: a browser that asks already waits for its answer.
pub(crate) struct Port {
    listener: TcpListener,
}

impl Port {
    /// Takes a port on 127.0.0.1; 0 takes any free one.
    ///
    /// # Errors
    /// When another program has the port.
    pub(crate) fn take(port: u16) -> Result<Port> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
            format!("port {port} can't be had: stop the program that uses it, or choose another with --port")
        })?;
        Ok(Port { listener })
    }

    /// Starts to serve a folder.
    ///
    /// # Errors
    /// When the folder is not there.
    pub(crate) fn serve(self, folder: &Path) -> Result<Server> {
        let folder =
            folder.canonicalize().with_context(|| format!("there is no folder {} to serve", folder.display()))?;
        let port = self.listener.local_addr()?.port();
        let http = tiny_http::Server::from_listener(self.listener, None).map_err(|error| anyhow!(error))?;
        let http = Arc::new(http);
        // A browser asks for a few files at once.
        let workers = (0..4)
            .map(|_| {
                let (http, folder) = (Arc::clone(&http), folder.clone());
                thread::spawn(move || {
                    while let Ok(request) = http.recv() {
                        // A browser that went away before its answer is no fault of the server.
                        let _gone = answer(&folder, request);
                    }
                })
            })
            .collect();
        Ok(Server { port, workers })
    }
}

impl Server {
    /// The address of the site's first page.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves for as long as the process lives.
    ///
    /// # Errors
    /// When a worker has ended by itself.
    pub(crate) fn wait(self) -> Result<()> {
        for worker in self.workers {
            worker.join().map_err(|_| anyhow!("the server has stopped"))?;
        }
        Ok(())
    }
}

fn answer(folder: &Path, request: Request) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(text(405, "Only GET and HEAD are answered here."));
    }
    let found = find(folder, request.url()).and_then(|path| Some((File::open(&path).ok()?, path)));
    let Some((file, path)) = found else {
        return request.respond(text(404, "There is no such file here."));
    };
    let mut response = Response::from_file(file);
    let headers =
        [("Content-Type", mime_type(&path)), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")];
    for header in headers.into_iter().filter_map(|(name, value)| Header::from_str(&format!("{name}: {value}")).ok()) {
        response.add_header(header);
    }
    request.respond(response)
}

fn text(status: u16, words: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string(words).with_status_code(StatusCode(status))
}

/// The file that an address means, if it lies inside the folder.
fn find(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let mut file = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let part = percent_decoded(part)?;
        if part.starts_with('.') || part.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // A symbolic link could still lead outside.
    let file = file.canonicalize().ok()?;
    (file.is_file() && file.starts_with(folder)).then_some(file)
}

fn percent_decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{find, percent_decoded};
    use std::path::Path;

    #[test]
    fn only_files_inside_the_folder_are_found() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").canonicalize().unwrap();
        assert!(find(&folder, "/server.rs?x#y").is_some());
        assert!(find(&folder, "/start/site%2Ejs").is_some());
        for outside in [
            "/",
            "/../Cargo.toml",
            "/..%2FCargo.toml",
            "/%2e%2e/Cargo.toml",
            "/start/../../Cargo.toml",
            "/..\\Cargo.toml",
            "//etc/passwd",
            "/%2Fetc%2Fpasswd",
            "/server.rs%00",
            "/%zz",
        ] {
            assert_eq!(find(&folder, outside), None, "{outside}");
        }
    }

    #[test]
    fn half_an_escape_is_no_name() {
        assert_eq!(percent_decoded("a%20b").as_deref(), Some("a b"));
        assert_eq!(percent_decoded("a%2"), None);
        assert_eq!(percent_decoded("%ff"), None);
    }
}
