import { TextPage, type TextSection } from '../../layout/text-page.tsx';
import { ClearSiteDataButton } from './clear-site-data-button.tsx';

const sections: TextSection[] = [
  {
    heading: 'privacy.visit',
    paragraphs: ['privacy.visit.1', 'privacy.visit.2', 'privacy.visit.3'],
  },
  {
    heading: 'privacy.position',
    paragraphs: ['privacy.position.1', 'privacy.position.2', 'privacy.position.3'],
  },
  { heading: 'privacy.exit', paragraphs: ['privacy.exit.1', 'privacy.exit.2', 'privacy.exit.3'] },
  { heading: 'privacy.places', paragraphs: ['privacy.places.1'] },
  { heading: 'privacy.device', paragraphs: ['privacy.device.1', 'privacy.device.2'] },
];

export function PrivacyPage() {
  return (
    <TextPage heading="privacy.heading" lead="privacy.lead" sections={sections}>
      <ClearSiteDataButton />
    </TextPage>
  );
}
