import { mount } from 'svelte';
import './app.css';
import { learn, preferred, remembered, speak } from './lib/language.svelte';
import { route } from './lib/route';

const { name, slug } = route(location.pathname);
const target = document.getElementById('app')!;

await speak(preferred(remembered(), navigator.languages));

/** Each page is its own bundle: a guest's phone never loads the admin's. */
switch (name) {
    case 'gallery':
        mount((await import('./gallery/GalleryPage.svelte')).default, { target, props: { slug } });
        break;
    case 'admin':
        await learn((await import('./messages/admin')).adminSentences);
        mount((await import('./admin/AdminPage.svelte')).default, { target, props: { slug } });
        break;
    case 'landing':
        mount((await import('./pages/Landing.svelte')).default, { target });
        break;
}
