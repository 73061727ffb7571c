package news.dateline.app;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Consumer only: gives out sources when they are due. */
public final class DueEndpoint extends DefaultEndpoint {
  private final DueWork work;
  private int workers = 16;

  DueEndpoint(String uri, DueComponent component, DueWork work) {
    super(uri, component);
    this.work = work;
  }

  /** Threads that ask sources at the same time. */
  public void setWorkers(int workers) {
    this.workers = workers;
  }

  public int getWorkers() {
    return workers;
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException("due: only gives out sources, it takes none");
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    DueConsumer consumer = new DueConsumer(this, processor, work);
    configureConsumer(consumer);
    return consumer;
  }

  @Override
  public boolean isSingletonProducer() {
    return true;
  }
}
