"""Writes what Jinja2 makes of the templates below, as the expected values of TemplateTest.

    python3 chat_templates.py > ../resources/org/ethogram/torch/chat/jinja/templates.json

The environment is the one in which transformers renders chat templates: immutable and sandboxed,
with trim_blocks, lstrip_blocks, loop controls, its own tojson, raise_exception and strftime_now;
the day is fixed. It needs jinja2 alone.
"""

import datetime
import json

import jinja2
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

DAY = datetime.datetime(2024, 7, 6)

TEMPLATES = {
    "turns": (
        "{% for message in messages %}"
        "{{ '<|turn|>' + message['role'] + '\\n' + message['content'] + '<|done|>' + '\\n' }}"
        "{% endfor %}{% if add_generation_prompt %}{{ '<|turn|>assistant\\n' }}{% endif %}"
    ),
    "alternating": (
        "{% if messages[0]['role'] == 'system' %}{% set rest = messages[1:] %}"
        "{% set rules = '<<RULES>>\\n' + messages[0]['content'].strip() + '\\n<</RULES>>\\n\\n' %}"
        "{% else %}{% set rest = messages %}{% set rules = '' %}{% endif %}"
        "{% for message in rest %}"
        "{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}"
        "{{ raise_exception('Turns must alternate, beginning with the user') }}{% endif %}"
        "{% if message.role == 'user' %}"
        "{{ bos_token + '[ASK] ' + (rules if loop.first else '') + message.content.strip() + ' [/ASK]' }}"
        "{% elif message.role == 'assistant' %}{{ ' ' + message.content | trim + ' ' + eos_token }}"
        "{% else %}{{ raise_exception('Only users and assistants speak: ' ~ message.role) }}{% endif %}"
        "{% endfor %}"
    ),
    "dated": """{{- bos_token }}
{%- if not day is defined %}
    {%- if strftime_now is defined %}
        {%- set day = strftime_now("%d %b %Y") %}
    {%- else %}
        {%- set day = "26 Jul 2024" %}
    {%- endif %}
{%- endif %}
{%- if not tools is defined %}
    {%- set tools = none %}
{%- endif %}

{#- The system's words come first, whoever speaks first. #}
{%- if messages[0]['role'] == 'system' %}
    {%- set system = messages[0]['content']|trim %}
    {%- set messages = messages[1:] %}
{%- else %}
    {%- set system = "" %}
{%- endif %}
{{- "<|head|>system<|/head|>\\n\\n" }}
{%- if tools is not none %}
    {{- "Tools: " ~ tools | tojson(indent=2) }}
{%- endif %}
{{- "Today is " + day + "\\n\\n" }}
{{- system }}
{{- "<|over|>" }}
{%- for message in messages %}
    {%- if not (message.role == 'tool' or 'tool_calls' in message) %}
        {{- '<|head|>' + message['role'] + '<|/head|>\\n\\n'+ message['content'] | trim + '<|over|>' }}
    {%- elif 'tool_calls' in message %}
        {%- if not message.tool_calls|length == 1 %}
            {{- raise_exception("One call at once") }}
        {%- endif %}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|head|>assistant<|/head|>\\n\\n' }}
{%- endif %}
""",
    "thinking": """{%- set ns = namespace(searching=true, last=messages|length - 1) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages|length - 1) - loop.index0 %}
    {%- if ns.searching and message.role == "user" and not(message.content.startswith('<reply>') and message.content.endswith('</reply>')) %}
        {%- set ns.searching = false %}
        {%- set ns.last = index %}
    {%- endif %}
{%- endfor %}
{%- for message in messages %}
    {%- if message.role == "assistant" %}
        {%- set content = message.content %}
        {%- set thought = '' %}
        {%- if message.thought is defined and message.thought is not none %}
            {%- set thought = message.thought %}
        {%- elif '</think>' in message.content %}
            {%- set content = message.content.split('</think>')[-1].lstrip('\\n') %}
            {%- set thought = message.content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') %}
        {%- endif %}
        {%- if loop.index0 > ns.last and (loop.last or thought) %}
            {{- '<|a|><think>\\n' + thought.strip('\\n') + '\\n</think>\\n\\n' + content.lstrip('\\n') }}
        {%- else %}
            {{- '<|a|>' + content }}
        {%- endif %}
        {{- '<|z|>\\n' }}
    {%- else %}
        {%- if loop.first or (messages[loop.index0 - 1].role != message.role) %}
            {{- '<|' ~ message.role[0] ~ '|>' }}
        {%- endif %}
        {{- message.content }}
        {%- if loop.last or (messages[loop.index0 + 1].role != message.role) %}
            {{- '<|z|>\\n' }}
        {%- endif %}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|a|>' }}
    {%- if thinks is defined and thinks is false %}
        {{- '<think>\\n\\n</think>\\n\\n' }}
    {%- endif %}
{%- endif %}""",
    "indented": """
  {# what a reader of the file sees #}
{% for message in messages %}
  {% if message.role == 'user' %}
    Person: {{ message.content }}
  {%+ elif message.role == 'assistant' +%}
    Reply: {{- message.content -}}   .
  {% else %}

    Rules: {{ message.content }}{% endif %}

{% endfor %}
{% raw %}{{ not this }}{% endraw %}  {#- gone -#}  end
 {%- if add_generation_prompt -%}
    Reply:
  {%- endif %}
""",
    "parts": """{%- macro turn(who, text, mark='#') -%}
{{ mark * loop_depth }} {{ who | capitalize }}: {{ text | trim | replace('\\n', ' ') }}
{% endmacro -%}
{%- set loop_depth = 2 -%}
{%- set people = messages | rejectattr('role', 'equalto', 'system') | list -%}
{%- set system = messages | selectattr('role', 'eq', 'system') | map(attribute='content') | join('; ') -%}
{%- if system %}{{ '[' ~ system ~ ']' }}
{% endif -%}
{%- for message in people if message.content -%}
{%- if message.role == 'assistant' -%}
{% generation %}{{ turn(message.role, message.content) }}{% endgeneration %}
{%- else -%}
{{ turn(message.role, message.content, mark='>') }}
{%- endif -%}
{%- else -%}
nobody spoke
{% endfor -%}
{{ {'last': people[-1].role if people else none, 'roles': people | map(attribute='role') | unique | list} | tojson }}
{%- for message in messages %}{% if loop.index > 2 %}{% break %}{% endif %}{% if message.role == 'system' %}{% continue %}{% endif %}
{{ loop.index }}/{{ loop.length }}{{ ',' if not loop.last }}
{%- endfor -%}""",
}

USER = {"role": "user", "content": " Where is {{ it }}?\n"}
REPLY = {"role": "assistant", "content": "\nIn the <b>garden</b> & behind \"it\". "}
THOUGHT = {"role": "assistant", "content": "<think>\nIt rains.\n</think>\n\nInside."}
SYSTEM = {"role": "system", "content": "  Be brief, Zoë. "}
CONVERSATIONS = [
    [USER],
    [SYSTEM, USER],
    [USER, REPLY, USER],
    [SYSTEM, USER, THOUGHT, USER, REPLY],
    [USER, USER],
    [USER, THOUGHT],
    [USER, REPLY, SYSTEM],
    [],
]

VALUES = {
    "message": {"role": "user", "content": "{{ 1 + 1 }}", "count": 3},
    "numbers": [1, 2, 3, 4],
    "text": "  Hello wörld-of (things) ",
    "empty": [],
    "nothing": None,
    "table": {"b": 2, "A": 1, "c": [1, "x", None, True, 1.5]},
    "smile": "a😀b",
}

EXPRESSIONS = r"""
{{ not absent is defined }} {{ not (text is defined) }} {{ text is not defined and 1 }}
{{ 1 + 2 * 3 ** 2 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 1 / 2 }} {{ 2 ** -1 }} {{ -0.0 }} {{ 1e16 }} {{ 1.5e-7 }}
{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ 1 == 1.0 }} {{ true == 1 }} {{ (1, 2) == [1, 2] }} {{ none == absent }}
{{ 'a' ~ 1 ~ none ~ true ~ 1.0 }} {{ 'a' 'b' }} {{ 'ab' * 2 }} {{ [1] + [2] }}
{{ 'a' + 1 }}
{{ 'a' + none }}
{{ 1 < 'a' }}
{{ absent }}|{{ absent | length }}|{{ absent | default('x') }}|{{ '' | default('x', true) }}|{{ absent ~ 'a' }}
{{ absent.role }}
{{ absent() }}
{{ absent + 'a' }}
{{ message.absent }}|{{ message['absent'] is defined }}|{{ numbers[9] }}
{{ 'x' if false }}|{{ 'a' if 0 else 'b' if 0 else 'c' }}|{{ empty or 'x' }}|{{ numbers and 'y' }}|{{ nothing or 0 }}
{{ numbers[1:] }} {{ numbers[:-1] }} {{ numbers[::-1] }} {{ numbers[3:0:-2] }} {{ numbers[-9:2] }} {{ numbers[-1] }} {{ 'abc'[1:] }} {{ 'abc'[::-1] }}
{{ smile[1] }} {{ smile | length }} {{ smile[::-1] }}
{{ 'role' in message }} {{ 1 not in numbers }} {{ 'ell' in text }} {{ message.get('x') }} {{ message.get('x', 'y') }}
{{ text.strip() }}|{{ text.lstrip() }}|{{ text.rstrip() }}|{{ 'xxaxx'.strip('x') }}|{{ text | trim }}
{{ 'a.b'.split('.') }} {{ ' a  b '.split() }} {{ 'a,b,c'.split(',', 1) }} {{ 'a,b,c'.rsplit(',', 1) }} {{ 'a\nb'.splitlines() }}
{{ 'abc'.startswith('a') }} {{ 'abc'.endswith(('x', 'c')) }} {{ 'abab'.replace('a', 'x', 1) }} {{ 'abc'.find('c') }} {{ ', '.join(['a', 'b']) }}
{{ text.title() }}|{{ text | title }}|{{ text | upper }}|{{ 'aBC' | capitalize }}|{{ 'abc'.removeprefix('a') }}
{{ table | tojson }} {{ table | tojson(indent=2) }} {{ table | tojson(sort_keys=true) }} {{ "é<>&'\"\\\n" | tojson }} {{ [] | tojson(indent=2) }}
{{ [1, 'a', true, none, 1.5, "it's", 'a\nb'] }} {{ {'a': (1,)} }}
{{ table | items | list }} {{ table | dictsort }} {{ table.keys() | list }} {% for key, value in table.items() %}{{ key }}{% endfor %}
{{ ['b', 'A', 'c'] | sort }} {{ ['b', 'A', 'c'] | sort(case_sensitive=true, reverse=true) }} {{ [1, 1, 'a', 'A'] | unique | list }} {{ numbers | reverse | list }}
{{ numbers | select('odd') | list }} {{ numbers | reject('gt', 2) | list }} {{ ['a'] | map('upper') | list }} {{ numbers | first }}{{ numbers | last }}{{ empty | first }}
{{ '3' | int }} {{ 'x' | int(7) }} {{ '3.7' | int }} {{ '1.5' | float }} {{ -3 | abs }} {{ 3 | string + 'a' }}
{{ 'a\nb\n\nc' | indent }}|{{ 'a\nb' | indent(2, true) }}|{{ 'a\n\nb' | indent(2, blank=true) }}
{{ 3 is odd }} {{ 6 is divisibleby 3 }} {{ 'a' is string }} {{ message is mapping }} {{ 'a' is iterable }} {{ message is sequence }} {{ true is number }} {{ true is integer }} {{ none is none }} {{ 'a' is in 'abc' }}
{% set x = 1 %}{% for i in numbers %}{% set x = x + i %}{{ x }} {% endfor %}|{{ x }}
{% if true %}{% set y = 1 %}{% endif %}{{ y }}{% for i in numbers %}{% if i == 2 %}{% set y = i %}{% endif %}{{ y }}{% endfor %}
{% set ns = namespace(total=0) %}{% for i in numbers %}{% set ns.total = ns.total + i %}{% endfor %}{{ ns.total }}
{% for i in numbers if i != 2 %}{{ i }}{{ loop.index }}{{ loop.length }}{{ loop.last }} {% else %}none{% endfor %}{% for i in empty %}x{% else %}none{% endfor %}
{% for i in numbers %}{{ loop.revindex }}{{ loop.cycle('a', 'b') }}{{ loop.previtem }}{{ loop.nextitem }} {% endfor %}
{% set a, b = 1, 2 %}{{ a }}{{ b }}{% set a, b = b, a %}{{ a }}{{ b }}{% for (p, q) in [(1, 2)] %}{{ p }}{{ q }}{% endfor %}
{% set block | upper %} a {{ 1 }} {% endset %}[{{ block }}]
{% macro f(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ f(1) }}{{ f(1, b=3) }}{{ f() }}
{% macro count(n) %}{{ n }}{% if n > 0 %}{{ count(n - 1) }}{% endif %}{% endmacro %}{{ count(3) }}
{% generation %}{% set inner = 1 %}g{% endgeneration %}{{ inner }}
{{ range(3) | list }} {{ range(5, 0, -2) | list }} {{ dict(a=1).a }}
{{ strftime_now('%d %B %Y, %b %m %y %A %a %j %H:%M %-d %%') }}
{{ 'a\tb\x41\u00e9\\n\101\q' }} {{ "it's" }}
{{ message.content }}
{{ numbers.append(5) }}
{{ 5 % 0 }}
{{ foo( }}
{{ 'open }}
{% if %}{% endif %}
{% if true %}
{% endif %}
{{ 1 | absent }}
{{ 1 is absent }}
{% absent %}
""".strip().split("\n")


class Generation(Extension):
    """transformers marks what an assistant has written; here it only scopes names, as there."""

    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        call = self.call_method("_written")
        return jinja2.nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _written(self, caller):
        return caller()


def environment():
    made = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[Generation, "jinja2.ext.loopcontrols"]
    )

    def raise_exception(message):
        raise jinja2.exceptions.TemplateError(message)

    def tojson(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
        return json.dumps(
            value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys
        )

    made.filters["tojson"] = tojson
    made.globals["raise_exception"] = raise_exception
    made.globals["strftime_now"] = DAY.strftime
    return made


def outcome(made, template, variables):
    try:
        return {"expected": made.from_string(template).render(**variables)}
    except Exception as problem:  # whatever ends the template ends it here too
        return {"refused": type(problem).__name__}


def main():
    made = environment()
    cases = []
    for name, template in TEMPLATES.items():
        for number, messages in enumerate(CONVERSATIONS):
            for prompt in (True, False):
                variables = {
                    "messages": messages,
                    "add_generation_prompt": prompt,
                    "bos_token": "<s>",
                    "eos_token": "</s>",
                }
                said = {"template": name, "conversation": number, "prompt": prompt}
                cases.append(said | outcome(made, template, variables))
    written = {
        "jinja2": jinja2.__version__,
        "day": DAY.date().isoformat(),
        "templates": TEMPLATES,
        "conversations": CONVERSATIONS,
        "cases": cases,
        "values": VALUES,
        "expressions": [
            {"template": template} | outcome(made, template, VALUES) for template in EXPRESSIONS
        ],
    }
    print(json.dumps(written, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
