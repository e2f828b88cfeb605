const KEY = 'kilat:name';

/** The name under a guest's comments, of whatever event; empty until one was given. */
export function guestName(): string {
    try {
        return localStorage.getItem(KEY) ?? '';
    } catch {
        return ''; // Private windows refuse storage.
    }
}

export function keepGuestName(name: string): void {
    try {
        localStorage.setItem(KEY, name.trim());
    } catch {
        // The name lasts as long as the panel.
    }
}
