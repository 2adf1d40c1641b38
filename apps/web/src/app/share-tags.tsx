import { chooseLanguage, languages, languageTags, previewLanguage } from '../i18n/languages.ts';
import { messagesIn } from '../i18n/messages.tsx';
import { canonicalUrl, formatPageUrl, previewUrl } from '../urls/page-url.ts';
import type { LoadedPage } from './page-data.ts';
import { pageHead } from './page-head.ts';

export interface ShareTagsProps {
  loaded: LoadedPage;
  /** `https://amparo.example`; empty if the site does not know its own origin. */
  origin: string;
}

/** Renders the canonical URL, the alternate languages and the preview tags of a page. */
export function ShareTags({ loaded, origin }: ShareTagsProps) {
  const address = canonicalUrl(loaded.address);
  const canonical = origin + formatPageUrl(address);
  const previewed = { ...address, language: previewLanguage(address.language) };
  return (
    <>
      <link rel="canonical" href={canonical} />
      {languageTags.map((language) => (
        <link
          key={language}
          rel="alternate"
          hrefLang={language}
          href={origin + formatPageUrl({ ...address, language })}
        />
      ))}
      <link
        rel="alternate"
        hrefLang="x-default"
        href={origin + formatPageUrl({ ...address, language: chooseLanguage([]) })}
      />
      <PreviewTags loaded={loaded} canonical={canonical} image={origin + previewUrl(previewed)} />
    </>
  );
}

function PreviewTags({
  loaded,
  canonical,
  image,
}: {
  loaded: LoadedPage;
  canonical: string;
  image: string;
}) {
  const { language } = loaded.address;
  const { title, description } = pageHead(loaded);
  const others = languageTags.filter((other) => other !== language);
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={messagesIn(language).t('app.name')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={languages[language].locale.replace('-', '_')} />
      {others.map((other) => (
        <meta
          key={other}
          property="og:locale:alternate"
          content={languages[other].locale.replace('-', '_')}
        />
      ))}
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={title} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
