package news.dateline.bench.attribution;

import news.dateline.model.Attribution;

/** Another quote attributor, asked beside ours. */
interface Peer {
  String name();

  /** What it finds in an English text: quotes with the words that name their speakers. */
  Attribution attribute(String text);
}
