package dev.jcompose.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates give what Go's text/template gives with docker's functions. */
class TemplateTest {
    private static Map<String, Object> row() {
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("URL", "::");
        first.put("Target", 80);
        Map<String, Object> second = new LinkedHashMap<>();
        second.put("URL", "127.0.0.1");
        second.put("Target", 443);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Name", "shop-web-1");
        row.put("State", "running");
        row.put("Code", 3);
        row.put("Health", "");
        row.put("Labels", new LabelText(Map.of("a.b", "x", "c", "<y>")));
        row.put("Ports", List.of(first, second));
        row.put("None", List.of());
        return row;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '\0', textBlock = """
            {{.Name}} is {{.State}} @ shop-web-1 is running
            {{upper .Name}} {{.State | title}} {{lower "ABC"}} @ SHOP-WEB-1 Running abc
            {{json .Name}} {{json .Labels}} {{json .Ports}} @ "shop-web-1" "a.b=x,c=\\u003cy\\u003e" [{"URL":"::","Target":80},{"URL":"127.0.0.1","Target":443}]
            {{join (split .Name "-") "+"}} @ shop+web+1
            {{index (split .Name "-") 1}} {{index .Labels "a.b"}} {{(index .Ports 1).URL}} @ web x 127.0.0.1
            {{.Label "c"}} {{.Label "nosuch"}}! @ <y> !
            {{truncate .Name 4}} [{{pad .State 2 1}}] [{{pad "" 2 1}}] @ shop [  running ] []
            {{len .Name}} {{len .Ports}} {{slice .Name 5}} {{slice .Name 0 4}} {{len "ä"}} @ 10 2 web-1 shop 2
            {{range .Ports}}{{.Target}},{{end}} @ 80,443,
            {{range $i, $p := .Ports}}{{if $i}}; {{end}}{{$i}}={{$p.Target}} of {{$.Name}}{{end}} @ 0=80 of shop-web-1; 1=443 of shop-web-1
            {{range .None}}x{{else}}none{{end}} @ none
            {{range .Ports}}{{if eq .Target 443}}{{break}}{{end}}{{.Target}}{{end}}. @ 80.
            {{range .Ports}}{{if eq .Target 80}}{{continue}}{{end}}{{.Target}}{{end}}. @ 443.
            {{with .Health}}{{.}}{{else}}{{.State}}{{end}} @ running
            {{with .State}}{{.}} of {{$.Name}}{{end}} @ running of shop-web-1
            {{with .Health}}a{{else with .State}}b {{.}}{{else}}c{{end}} @ b running
            {{if .Health}}a{{else if eq .State "exited"}}b{{else}}c{{end}} @ c
            {{if and .Name (not .Health) (or .Health .State)}}yes{{end}} @ yes
            {{eq .Code 1 2 3}} {{ne .Code 3}} {{lt .Code 4}} {{le 3 .Code}} {{gt .Code 4}} {{ge "b" "a"}} @ true false true true false true
            {{$x := .State}}{{if true}}{{$x = "other"}}{{end}}{{$x}} @ other
            {{$x := 1}}{{with .Name}}{{$x := 2}}{{$x}}{{end}}{{$x}} @ 21
            {{printf "%-8s|%5d|%05d|%q|%v|%t|%x|%%|%.3s" .State .Code .Code .Name .Ports true "AB" .Name}} @ running |    3|00003|"shop-web-1"|[{:: 80} {127.0.0.1 443}]|true|4142|%|sho
            {{printf "%d %s" "a" 1}} {{printf "%s"}} {{printf "a" 1}} @ %!d(string=a) %!s(int=1) %!s(MISSING) a%!(EXTRA int=1)
            {{printf "|%6.2f|%+d|%c|%U" 3.14159 5 65 65}} @ |  3.14|+5|A|U+0041
            {{.Name | printf "%s %s" "a"}} @ a shop-web-1
            {{print 1 2 "a" 3}}{{html "<&>"}}{{urlquery "a b&c"}} @ 1 2a3&lt;&amp;&gt;a+b%26c
            a  {{- /* a comment with }} in it */ -}}  b {{- 3 -}} c @ ab3c
            {{"}}"}} {{`\\n"`}} {{"\\t\\u00e4\\""}} {{'a'}} @ }} \\n" \tä" 97
            {{ .Ports }} {{.None}} {{nil | printf "%v"}} @ [{:: 80} {127.0.0.1 443}] [] <nil>
            {{range 3}}{{.}}{{end}} {{.}} @ 012 {shop-web-1 running 3  a.b=x,c=<y> [{:: 80} {127.0.0.1 443}] []}
            """)
    void are_applied(String template, String expected) {
        assertEquals(expected.replace("\\t", "\t"), Template.parse(template).apply(row()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '\0', textBlock = """
            {{.Name @ template: unclosed action: {{.Name
            {{end}} @ template: unexpected {{end}}
            {{if .Name}}x @ template: {{if}} without {{end}}
            {{nosuch .Name}} @ template: function "nosuch" not defined
            {{}} @ template: missing value for command in {{}}
            {{.Name | }} @ template: missing value for command in {{.Name |}}
            {{(.Name}} @ template: unclosed left paren in {{(.Name}}
            {{break}} @ template: {{break}} outside {{range}}
            {{.Name )}} @ template: unexpected ')' in {{.Name )}}
            """)
    void that_cannot_be_read_are_refused(String template, String message) {
        assertEquals(message, assertThrows(TemplateException.class, () -> Template.parse(template)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '\0', textBlock = """
            {{.Foo}} @ template: can't evaluate field Foo; there are: Code, Health, Labels, Name, None, Ports, State
            {{.Name.Foo}} @ template: can't evaluate field Foo
            {{index .Ports 5}} @ template: index out of range: 5
            {{range .Name}}{{end}} @ template: range can't iterate over shop-web-1
            {{$y}} @ template: undefined variable "$y"
            {{truncate .Name}} @ template: wrong number of args for truncate: want at least 2 got 1
            """)
    void that_ask_for_what_is_not_there_are_refused(String template, String message) {
        Template parsed = Template.parse(template);
        assertEquals(message, assertThrows(TemplateException.class, () -> parsed.apply(row())).getMessage());
    }
}
