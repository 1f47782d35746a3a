package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeHashTest {
  /** Key and texts of the reference vectors of SipHash-2-4: bytes 0, 1, 2 and so on. */
  private static final CodeKey KEY = new CodeKey(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

  private final CodeHash hash = new CodeHash(KEY);

  @Test
  void isSipHashOfItsAuthors() {
    assertThat(hash.begin().value()).isEqualTo(0x726fdb47dd0e0e31L);
    hash.begin().add((char) 0x0100);
    assertThat(hash.value()).isEqualTo(0x0d6c8009d9a94f5aL);
    hash.begin().add(0x0706050403020100L);
    assertThat(hash.value()).isEqualTo(0x93f5f5799a932462L);
  }

  @Test
  void caseAndBlanksTellNoCodesApart() {
    assertThat(of("Ёж 17")).isEqualTo(of("еж17")).isNotEqualTo(of("еж71"));
  }

  @Test
  void anotherKeyGivesAnotherHash() {
    var other = new CodeHash(new CodeKey(KEY.low() + 1, KEY.high()));
    other.begin().add("0017");
    assertThat(other.value()).isNotEqualTo(of("0017"));
    assertThat(CodeKey.random()).isNotEqualTo(CodeKey.random()).hasToString("a key");
  }

  private long of(String code) {
    hash.begin().add(code);
    return hash.value();
  }
}
