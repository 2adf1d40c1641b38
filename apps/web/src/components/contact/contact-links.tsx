/** Links to a website by its host name, which is recognizable and readable in print. */
export function WebsiteLink({ url }: { url: string }) {
  return (
    <a href={url} rel="noreferrer external">
      <bdi dir="ltr">{new URL(url).host}</bdi>
    </a>
  );
}

export function EmailLink({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`}>
      <bdi dir="ltr">{address}</bdi>
    </a>
  );
}

/** Links to the website and the email address; renders nothing if neither is known. */
export function ContactLinks({ website, email }: { website: string | null; email: string | null }) {
  if (!website && !email) return null;
  return (
    <p className="links">
      {website ? <WebsiteLink url={website} /> : null}
      {email ? <EmailLink address={email} /> : null}
    </p>
  );
}
