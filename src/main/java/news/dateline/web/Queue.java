package news.dateline.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Requests that a caller sends before the earlier ones are answered. Vert.x takes in as many as
 * come, however many wait; a caller who sends them without end would fill the memory, so beyond a
 * few the connection is cut. One for each connection, for its event loop alone.
 */
final class Queue extends ChannelInboundHandlerAdapter {
  /** HTTP/1.1 clients send one, or a handful at most. */
  static final int MOST = 16;

  private final Line line;
  private int arrived;
  private boolean over;

  private Queue(Line line) {
    this.line = line;
  }

  /** Watches a connection, before its requests reach Vert.x. */
  static void watch(ConnectionBase connection, Line line) {
    connection
        .channel()
        .pipeline()
        .addBefore(connection.channelHandlerContext().name(), "dateline-queue", new Queue(line));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest && ++arrived - line.number() > MOST && !over) {
      over = true;
      line.cut();
    }
    if (over) {
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
  }
}
