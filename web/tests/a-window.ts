import 'fake-indexeddb/auto';

// Uppy looks for a database in a window, as soon as it is imported.
Object.assign(globalThis, { window: globalThis });
