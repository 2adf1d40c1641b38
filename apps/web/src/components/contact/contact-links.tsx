/** A website by its host: what a reader can recognize, and what is printed. */
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

/** The ways to read more and to write; nothing where neither is known. */
export function ContactLinks({ website, email }: { website: string | null; email: string | null }) {
  if (!website && !email) return null;
  return (
    <p className="links">
      {website ? <WebsiteLink url={website} /> : null}
      {email ? <EmailLink address={email} /> : null}
    </p>
  );
}
