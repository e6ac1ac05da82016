package org.ethogram.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void nothingThatOpensATagOrEndsAnAttributeRemains() {
    assertThat(Markup.escape("<a href=\"x\" title='y'>&</a>"))
        .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
  }

  @Test
  void charactersThatXmlForbidsAreReplaced() {
    assertThat(Markup.escape("a\u0000b\u001bc\ufffe")).isEqualTo("a\ufffdb\ufffdc\ufffd");
    assertThat(Markup.escape("tab\tline\n\ud83d\ude42")).isEqualTo("tab\tline\n\ud83d\ude42");
  }
}
