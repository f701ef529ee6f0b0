package dev.jcompose.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what looks like a password or a key, by its form or by the name that it goes under. */
final class SensitiveText {
    private static final int LONGEST_LINE = 10_000;
    private static final Map<String, Pattern> FORMS = forms();

    private SensitiveText() {
    }

    private static Map<String, Pattern> forms() {
        Map<String, Pattern> forms = new LinkedHashMap<>();
        forms.put("an AWS access key", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"));
        forms.put("a GitHub token", Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}|\\bgithub_pat_[A-Za-z0-9_]{50}"));
        forms.put("a GitLab token", Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20}"));
        forms.put("a Slack token", Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10}"));
        forms.put("a Stripe key", Pattern.compile("\\b[rs]k_live_[A-Za-z0-9]{20}"));
        forms.put("a Google API key", Pattern.compile("\\bAIza[A-Za-z0-9_-]{35}"));
        forms.put("a JSON web token", Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\."));
        forms.put("a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"));
        forms.put("a password in an address", Pattern.compile("\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/:@$]+:[^\\s/:@$]+@"));
        forms.put("a value under a name like that of a secret", Pattern.compile("(?i)(?:password|passwd|secret|token"
                + "|api[_-]?key|private[_-]?key|access[_-]?key)[\"']?\\s*[:=]\\s*[\"']?[^\\s\"'$/.~{}\\[\\]&*!|>#][^\\s\"'$]{3}"));
        return forms;
    }

    /** What was found, each as {@code name:line: what}; the value itself is not shown. */
    static List<String> findings(String name, String text) {
        List<String> found = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String beginning = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
            for (Map.Entry<String, Pattern> form : FORMS.entrySet()) {
                if (form.getValue().matcher(beginning).find()) {
                    found.add(name + ":" + number + ": " + form.getKey());
                    break;
                }
            }
        }
        return found;
    }
}
