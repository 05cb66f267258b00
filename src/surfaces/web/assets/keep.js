// Has the browser keep the pages last looked at (kept.js). It does so on this machine and over HTTPS alone.
navigator.serviceWorker?.register('/kept.js').catch(() => {})
