"""Trains tiny SentencePiece models and writes what SentencePiece makes of texts with them.

    python3 sentencepiece_models.py FOLDER [MODEL]

FOLDER is torch/src/test/resources/org/ethogram/torch/tokenizer. MODEL, where given, is a published
model; the tokens of the same texts with it are written to published.json.
"""

import json
import os
import pathlib
import random
import sys

import sentencepiece

WORDS = (
    "the players say oak or rose and each gets three points if both say oak one gets five "
    "points when only one says rose nobody knows what Kim said before but Sam remembers it"
).split()
TEXTS = [
    "Kim says oak",
    " Kim says  oak ",
    "both players\nsay rose",
    "a",
    " ",
    "",
    "x  y   z",
    "naïve café",
    "smile 😀😀 here",
    "tab\tand\r\nline",
    "ﬁve ½ points №3 Ａ",
    "ünïcödé e\u0301",
    "oakoakrose",
    "the the the the",
    "▁already",
    "Sam remembers what nobody knows, before it!",
    "1234567890",
    "<turn>Kim says<turn>oak",
]
KINDS = {
    "bpe": dict(
        model_type="bpe",
        vocab_size=360,
        byte_fallback=True,
        normalization_rule_name="identity",
        remove_extra_whitespaces=False,
    ),
    "unigram": dict(model_type="unigram", vocab_size=70, normalization_rule_name="identity"),
    "plain": dict(
        model_type="bpe",
        vocab_size=60,
        normalization_rule_name="identity",
        add_dummy_prefix=False,
        user_defined_symbols=["<turn>"],
    ),
}


def expected(model):
    processor = sentencepiece.SentencePieceProcessor(str(model))
    return {
        "sentencepiece": sentencepiece.__version__,
        "cases": [
            {"text": text, "tokens": processor.encode(text), "decoded": processor.decode(processor.encode(text))}
            for text in TEXTS
        ],
    }


def write(path, values):
    path.write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main():
    folder = pathlib.Path(".")
    published = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
    # Models hold the path that they were written to.
    os.chdir(sys.argv[1])
    draw = random.Random(3)
    sentences = [" ".join(draw.choices(WORDS, k=draw.randint(3, 9))) for _ in range(400)]
    for name, options in KINDS.items():
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(sentences),
            model_prefix=name,
            num_threads=1,
            hard_vocab_limit=False,
            minloglevel=2,
            **options,
        )
        (folder / f"{name}.vocab").unlink()
        write(folder / f"{name}.json", expected(folder / f"{name}.model"))
    if published:
        write(folder / "published.json", expected(published))


if __name__ == "__main__":
    main()
