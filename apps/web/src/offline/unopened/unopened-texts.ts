import type { Language } from '../../i18n/languages.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fa from './messages/fa.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import ht from './messages/ht.json' with { type: 'json' };
import pt from './messages/pt.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };
import zh from './messages/zh.json' with { type: 'json' };

// Apart from the messages of the site, because no page of the server has them.
const catalogs: Record<Language, UnopenedTexts> = { ar, en, es, fa, fr, ht, pt, ru, zh };

/** Texts about a page that could not be opened. */
interface UnopenedTexts {
  /** Heading. */
  failed: string;
  noCopy: string;
  /** Has the placeholder `{language}`, the name of the one that is shown instead. */
  otherLanguage: string;
}

export function unopenedTexts(language: Language): UnopenedTexts {
  return catalogs[language];
}
