import { fromField, toField } from './local-time';
import type { AdminEvent, EventChange } from './types';

export interface EventForm {
    name: string;
    /** As `datetime-local` fields have it. */
    begins: string;
    ends: string;
    /** Days that it is kept after its end; empty for ever. */
    days: number | null;
    access: AdminEvent['access'];
}

const DAY = 24 * 60 * 60 * 1000;

export const MOST_DAYS = 3650;

/** Only what was changed: naming the access `private` again would make the guests' link another one, and fields know no seconds. */
export function changeOf(event: AdminEvent, form: EventForm): EventChange {
    const name = form.name.trim();
    return {
        ...(name !== event.name && { name }),
        ...(form.begins !== toField(event.starts_at) && { starts_at: fromField(form.begins) }),
        ...(form.ends !== toField(event.ends_at) && { ends_at: fromField(form.ends) }),
        ...(form.access !== event.access && { access: form.access }),
        ...(form.days !== (event.retention_days ?? null) && { retention_days: form.days }),
    };
}

export function isOver(event: AdminEvent, now: number): boolean {
    return event.ends_at !== null && Date.parse(event.ends_at) <= now;
}

/** When the event is deleted by itself; null when it is kept. */
export function keptUntil(event: AdminEvent): string | null {
    if (event.ends_at === null || event.retention_days == null) return null;
    return new Date(Date.parse(event.ends_at) + event.retention_days * DAY).toISOString();
}
