import type { ReactNode } from 'react';
import type { MessageKey } from '../i18n/catalogs.ts';
import { useMessages } from '../i18n/messages.tsx';

/** A section of a text page, by message keys. */
export interface TextSection {
  heading: MessageKey;
  paragraphs: MessageKey[];
}

export function TextPage({
  heading,
  lead,
  sections,
  children,
}: {
  heading: MessageKey;
  lead: MessageKey;
  sections: TextSection[];
  children?: ReactNode;
}) {
  const { t } = useMessages();
  return (
    <article className="sheet text">
      <h1>{t(heading)}</h1>
      <p className="lead">{t(lead)}</p>
      {sections.map((section) => (
        <section key={section.heading}>
          <h2>{t(section.heading)}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{t(paragraph)}</p>
          ))}
        </section>
      ))}
      {children}
    </article>
  );
}
