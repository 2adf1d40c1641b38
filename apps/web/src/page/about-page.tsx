import { TextPage, type TextSection } from './text-page.tsx';

const sections: TextSection[] = [
  { heading: 'about.truth', paragraphs: ['about.truth.1', 'about.truth.2', 'about.truth.3'] },
  { heading: 'about.codes', paragraphs: ['about.codes.1', 'about.codes.2'] },
  { heading: 'about.partners', paragraphs: ['about.partners.1'] },
  { heading: 'about.maps', paragraphs: ['map.credits'] },
];

export function AboutPage() {
  return <TextPage heading="about.heading" lead="about.lead" sections={sections} />;
}
