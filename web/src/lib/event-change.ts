import { fromField, toField } from './local-time';
import type { AdminEvent, EventChange } from './types';

export interface EventForm {
    name: string;
    /** As `datetime-local` fields have it. */
    begins: string;
    ends: string;
    access: AdminEvent['access'];
}

/** Only what was changed: naming the access `private` again would make the guests' link another one, and fields know no seconds. */
export function changeOf(event: AdminEvent, form: EventForm): EventChange {
    const name = form.name.trim();
    return {
        ...(name !== event.name && { name }),
        ...(form.begins !== toField(event.starts_at) && { starts_at: fromField(form.begins) }),
        ...(form.ends !== toField(event.ends_at) && { ends_at: fromField(form.ends) }),
        ...(form.access !== event.access && { access: form.access }),
    };
}

export function isOver(event: AdminEvent, now: number): boolean {
    return event.ends_at !== null && Date.parse(event.ends_at) <= now;
}
