import { type Language, languages } from '../../i18n/languages.ts';
import { NETWORK_PAGE } from '../../urls/page-url.ts';
import { unopenedTexts } from './unopened-texts.ts';

export interface UnopenedPageProps {
  language: Language;
  /** A sentence; not known in the empty page, in whose place the service worker puts one that has it. */
  happened?: string;
  /** Of a link. */
  retry: string;
  /** Of a link to the page of a network that wants its visitors to sign in. */
  signIn?: string;
}

/** Says that a page could not be opened, and offers to try again. */
export function UnopenedPage({ language, happened = '', retry, signIn }: UnopenedPageProps) {
  const { failed, noCopy } = unopenedTexts(language);
  return (
    <main className="unopened" lang={language} dir={languages[language].direction}>
      <h1>{failed}</h1>
      <p>
        {happened} {noCopy}
      </p>
      <p>
        {/* biome-ignore lint/a11y/useValidAnchor: the address of the page itself, whichever it is */}
        <a className="button main" href="">
          {retry}
        </a>{' '}
        {signIn ? (
          <a className="button" href={NETWORK_PAGE}>
            {signIn}
          </a>
        ) : null}
      </p>
    </main>
  );
}
