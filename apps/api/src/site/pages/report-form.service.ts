import { Inject, Injectable } from '@nestjs/common';
import {
  loadPage,
  type PageUrl,
  ProblemError,
  parsePageUrl,
  type Report,
  renderDocument,
} from '#site';
import { FormOpening } from '../../public/suggestions/form-opening.ts';
import { SITE_OPTIONS, type SiteOptions } from '../shared/site-options.ts';

type Fields = Record<string, unknown>;

/** Takes the report form of pages, whose response is a page as well. */
@Injectable()
export class ReportFormService {
  constructor(
    @Inject(SITE_OPTIONS) private readonly options: SiteOptions,
    private readonly opening: FormOpening,
  ) {}

  /**
   * Sends a report to the API. One whose form was not open long enough for a person, or has text in
   * the field that only programs see, is shown once more and is not taken yet.
   *
   * @param sender the IP address of the client
   * @throws what is no problem of the request
   */
  async send(fields: Fields, sender: string): Promise<{ report: Report; status: number }> {
    const { kind, slug, text, opened, website } = fields;
    const draft = {
      kind: textOf(kind),
      slug: textOf(slug),
      text: textOf(text),
      opened: textOf(opened),
    };
    if (textOf(website) !== '' || !this.opening.isLongEnough(draft.opened)) {
      const opening = { ...draft, opened: this.opening.open(draft.opened) };
      return { report: { state: 'check', draft: opening }, status: 200 };
    }
    try {
      await this.options.apiFor(sender)('/v1/suggestions', { body: { kind, slug, text } });
      return { report: { state: 'sent' }, status: 303 };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { report: { state: 'failed', draft }, status: error.status };
    }
  }

  /** Renders what became of a report as the page at a URL. */
  async render(url: string, { report, status }: { report: Report; status: number }) {
    const { api, assets } = this.options;
    const loaded = await loadPage(parsePageUrl(url, '') as PageUrl, api);
    const page = { ...loaded, status, data: { page: 'told' as const, report } };
    return renderDocument(page, { assets, origin: '', structuredData: null });
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
