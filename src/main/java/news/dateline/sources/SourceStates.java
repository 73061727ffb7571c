package news.dateline.sources;

import java.util.Map;
import news.dateline.model.SourceState;

/**
 * Port: the remembered states of sources. The store implements it; new states are committed with
 * the documents that caused them.
 */
public interface SourceStates {
  /** All remembered states by source id, those of sources no longer configured included. */
  Map<String, SourceState> loadAll();
}
