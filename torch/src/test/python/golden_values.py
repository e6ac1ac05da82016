"""Makes the golden values of GoldenValuesTest: tiny random models, and what the reference computes.

    python3 golden_values.py FOLDER [STORIES]

FOLDER is torch/src/test/resources/org/ethogram/torch/golden. Each model is a folder as
transformers' save_pretrained writes it, with expected.json beside: tokens, logits of every
position, and the loss of predicting each token from those before it. Adapters are folders as
PEFT's save_pretrained writes them. STORIES, where given, is the folder stories260K-hf; its
expected values are written to stories260K.json, its weights are not copied.

It needs torch, transformers and peft, and runs on a processor in seconds.
"""

import json
import pathlib
import shutil
import sys

import peft
import torch
import transformers
from transformers import (
    AutoModelForCausalLM,
    GPT2Config,
    GPTNeoXConfig,
    LlamaConfig,
    MistralConfig,
    Olmo2Config,
    Qwen2Config,
    Qwen3Config,
)

VOCABULARY = 29
LENGTH = 24
SIZES = dict(
    vocab_size=VOCABULARY,
    hidden_size=16,
    intermediate_size=24,
    num_hidden_layers=2,
    num_attention_heads=4,
    max_position_embeddings=64,
    bos_token_id=0,
    eos_token_id=1,
)
GROUPED = SIZES | dict(num_key_value_heads=2, pad_token_id=None)
NEOX = SIZES | dict(num_attention_heads=2, rope_parameters={"rope_type": "default", "rope_theta": 10000.0, "partial_rotary_factor": 0.5})
GPT2 = dict(
    vocab_size=VOCABULARY, n_embd=16, n_layer=2, n_head=4, n_positions=64, bos_token_id=0, eos_token_id=1
)


def rope(kind, **fields):
    return {"rope_type": kind, "rope_theta": 10000.0, **fields}


MODELS = {
    "neox-parallel": GPTNeoXConfig(**NEOX, use_parallel_residual=True),
    "neox-sequential": GPTNeoXConfig(**NEOX, use_parallel_residual=False),
    "llama": LlamaConfig(**GROUPED),
    "llama-tied": LlamaConfig(**GROUPED, tie_word_embeddings=True),
    "llama-linear": LlamaConfig(**GROUPED, rope_parameters=rope("linear", factor=2.5)),
    "llama-3": LlamaConfig(
        **GROUPED,
        rope_parameters=rope(
            "llama3",
            factor=8.0,
            low_freq_factor=1.0,
            high_freq_factor=4.0,
            original_max_position_embeddings=16,
        ),
    ),
    "llama-yarn": LlamaConfig(
        **GROUPED, rope_parameters=rope("yarn", factor=4.0, original_max_position_embeddings=16)
    ),
    "mistral-window": MistralConfig(**GROUPED, sliding_window=5),
    "qwen2": Qwen2Config(**GROUPED),
    "qwen2-window": Qwen2Config(
        **GROUPED, use_sliding_window=True, sliding_window=5, max_window_layers=1
    ),
    "qwen3": Qwen3Config(**GROUPED, head_dim=8),
    "gpt2": GPT2Config(**GPT2),
    "olmo2": Olmo2Config(**GROUPED),
}

ADAPTERS = {
    "llama": {
        "lora": peft.LoraConfig(
            r=4, lora_alpha=8, target_modules=["q_proj", "v_proj", "down_proj"]
        ),
        "rslora": peft.LoraConfig(
            r=4, lora_alpha=6, use_rslora=True, target_modules="all-linear"
        ),
        "patterns": peft.LoraConfig(
            r=2,
            lora_alpha=4,
            target_modules=["q_proj", "o_proj"],
            rank_pattern={"layers.1.self_attn.q_proj": 3},
            alpha_pattern={"o_proj": 12},
            modules_to_save=["lm_head"],
        ),
    },
    "gpt2": {
        "lora": peft.LoraConfig(
            r=3, lora_alpha=6, target_modules=["c_attn", "c_proj", "c_fc"], fan_in_fan_out=True
        ),
    },
    "neox-parallel": {
        "lora": peft.LoraConfig(
            r=3, lora_alpha=6, target_modules=["query_key_value", "dense_4h_to_h"]
        ),
    },
}


def randomise(module, generator):
    """Weights large enough that every part of the network shows in the logits."""
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            noise = torch.randn(parameter.shape, generator=generator)
            centre = 1.0 if "norm" in name or "ln_" in name else 0.0
            is_bias = name.endswith("bias")
            parameter.copy_((0.0 if is_bias else centre) + 0.25 * noise)


def randomise_trained(adapted, generator):
    """What was trained, whole maps among it, differs from where training starts."""
    with torch.no_grad():
        for parameter in adapted.parameters():
            if parameter.requires_grad:
                parameter.add_(0.25 * torch.randn(parameter.shape, generator=generator))


def tokens():
    generator = torch.Generator().manual_seed(11)
    return torch.randint(0, VOCABULARY, (1, LENGTH), generator=generator)


def numbers(tensor):
    return [[float(f"{value:.7g}") for value in row] for row in tensor.tolist()]


def computed(model, ids):
    model.eval()
    with torch.no_grad():
        output = model(input_ids=ids, labels=ids, use_cache=False)
    return {
        "versions": {
            "torch": torch.__version__,
            "transformers": transformers.__version__,
            "peft": peft.__version__,
        },
        "attention": model.config._attn_implementation,
        "tokens": ids[0].tolist(),
        "loss": float(f"{output.loss.item():.7g}"),
        "logits": numbers(output.logits[0]),
    }


def write(path, values):
    path.write_text(json.dumps(values).replace("], [", "],\n["), encoding="utf-8")


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def main():
    root = pathlib.Path(sys.argv[1])
    ids = tokens()
    for name, config in MODELS.items():
        folder = fresh(root / name)
        torch.manual_seed(5)
        model = AutoModelForCausalLM.from_config(config, attn_implementation="eager")
        randomise(model, torch.Generator().manual_seed(7))
        model.save_pretrained(folder)
        (folder / "generation_config.json").unlink(missing_ok=True)
        values = computed(AutoModelForCausalLM.from_pretrained(folder, attn_implementation="eager"), ids)
        other = computed(AutoModelForCausalLM.from_pretrained(folder, attn_implementation="sdpa"), ids)
        spread = max(
            abs(a - b) for x, y in zip(values["logits"], other["logits"]) for a, b in zip(x, y)
        )
        assert spread < 1e-5, (name, spread)
        write(folder / "expected.json", values)
        print(name, values["loss"], "eager and sdpa differ by", spread)
        for adapter, lora in ADAPTERS.get(name, {}).items():
            target = fresh(folder / adapter)
            base = AutoModelForCausalLM.from_pretrained(folder, attn_implementation="eager")
            base.name_or_path = name
            adapted = peft.get_peft_model(base, lora)
            randomise_trained(adapted, torch.Generator().manual_seed(13))
            adapted.save_pretrained(target)
            (target / "README.md").unlink(missing_ok=True)
            base = AutoModelForCausalLM.from_pretrained(folder, attn_implementation="eager")
            loaded = peft.PeftModel.from_pretrained(base, target)
            values = computed(loaded, ids)
            write(target / "expected.json", values)
            print(" ", adapter, values["loss"])
    if len(sys.argv) > 2:
        stories = AutoModelForCausalLM.from_pretrained(sys.argv[2], attn_implementation="eager")
        text = [1] + [int(token) for token in torch.randint(3, 512, (15,), generator=torch.Generator().manual_seed(3))]
        values = computed(stories, torch.tensor([text]))
        values["logits"] = values["logits"][-1:]
        write(root / "stories260K.json", values)


if __name__ == "__main__":
    main()
