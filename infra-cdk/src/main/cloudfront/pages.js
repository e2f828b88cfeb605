// Every page is the one index.html, which reads the path itself. An unknown path stays unknown.
function handler(event) {
    var uri = event.request.uri;
    if (uri === '/' || uri.startsWith('/e/') || uri === '/admin' || uri.startsWith('/admin/')) {
        event.request.uri = '/index.html';
    }
    return event.request;
}
