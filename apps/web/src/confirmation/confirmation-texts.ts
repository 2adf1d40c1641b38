import type { Language } from '../i18n/languages.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fa from './messages/fa.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import ht from './messages/ht.json' with { type: 'json' };
import pt from './messages/pt.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };
import zh from './messages/zh.json' with { type: 'json' };

type ConfirmationText = keyof typeof en;

// Apart from the messages of the site, which every visitor loads.
const catalogs: Record<Language, Record<ConfirmationText, string>> = {
  ...{ ar, en, es, fa, fr, ht, pt, ru, zh },
};

/** Returns the texts of the pages behind a mailed link, in one language. */
export function confirmationTexts(language: Language): (key: ConfirmationText) => string {
  return (key) => catalogs[language][key];
}
