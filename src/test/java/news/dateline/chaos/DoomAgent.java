package news.dateline.chaos;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Puts the kill into a process under test, so that the product has no switch for it: a Java agent
 * whose argument is a {@link Point} and how often it is passed before the kill ({@code TAKEN:3}).
 */
public final class DoomAgent {
  private DoomAgent() {}

  /** Called by the virtual machine before {@code main}. */
  public static void premain(String argument, Instrumentation instrumentation) {
    String[] parts = argument.split(":", 2);
    Point point = Point.valueOf(parts[0]);
    Doom.arm(Integer.parseInt(parts[1]));
    Class<?> advice = point.before() ? Before.class : After.class;
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .type(ElementMatchers.named(point.type()))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(advice).on(ElementMatchers.named(point.method()))))
        .installOn(instrumentation);
  }

  /** Inlined at the start of the method. */
  public static final class Before {
    private Before() {}

    @Advice.OnMethodEnter
    static void enter() {
      Doom.pass();
    }
  }

  /** Inlined at the end of the method, unless it failed. */
  public static final class After {
    private After() {}

    @Advice.OnMethodExit
    static void exit() {
      Doom.pass();
    }
  }
}
