export interface Route {
    readonly name: 'landing' | 'gallery' | 'admin';
    /** Of the event that the page is about; empty for none. */
    readonly slug: string;
}

export function route(path: string): Route {
    const [, first = '', second = ''] = path.split('/');
    if (first === 'e') return { name: 'gallery', slug: safeDecode(second) };
    if (first === 'admin') return { name: 'admin', slug: safeDecode(second) };
    return { name: 'landing', slug: '' };
}

function safeDecode(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}
