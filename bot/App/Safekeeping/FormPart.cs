using OneVisit.Bot.Pages;

namespace OneVisit.Bot.Safekeeping;

/// <summary>A form that works without a script: what is wrong stands beside the field, what was typed stays, and beside the button stands what it will do.</summary>
/// <param name="name">Of the form, once on a page.</param>
internal sealed class FormPart(Draft draft, string name)
{
    private bool IsMine => draft.Form == name;

    /// <summary>Folded away until it is asked for, and open when something in it is wrong.</summary>
    public Html Folded(string summary, Html form) => Html.Of($"<details class=\"fold\"{(IsMine ? new Html(" open") : Html.None)}><summary>{summary}</summary>{form}</details>");

    public Html Of(string address, Html fields, string button, string consequence) => Html.Of($"""
        <form class="form-page" method="post" action="{address}" novalidate>
          {fields}
          <p class="will" id="{name}-will">{consequence}</p>
          <p><button type="submit" class="action" aria-describedby="{name}-will">{button}</button></p>
        </form>
        """);

    public Html Text(string field, string label, string? help = null, string start = "", int longest = 100) => Field(field, label, help, (described, typed) =>
        Html.Of($"<input type=\"text\" id=\"{name}-{field}\" name=\"{field}\" value=\"{(typed ?? start)}\" maxlength=\"{longest}\" autocomplete=\"off\" spellcheck=\"false\"{described}>"));

    public Html Day(string field, string label, string? help = null) => Field(field, label, help, (described, typed) =>
        Html.Of($"<input type=\"date\" id=\"{name}-{field}\" name=\"{field}\" value=\"{(typed ?? "")}\"{described}>"));

    // A browser leaves out a line break right behind the tag.
    public Html Words(string field, string label, string? help = null) => Field(field, label, help, (described, typed) =>
        Html.Of($"<textarea id=\"{name}-{field}\" name=\"{field}\" maxlength=\"500\"{described}>{(typed?.StartsWith('\n') == true ? "\n" : "")}{typed}</textarea>"));

    public Html Choice(string field, string label, IEnumerable<(string Value, string Words)> choices) => Html.Of($"""
        <fieldset{Described(field, null)}><legend>{label}</legend>{Wrong(field)}
        {Html.Join(choices.Select(choice => Html.Of($"<label class=\"pick\"><input type=\"radio\" name=\"{field}\" value=\"{choice.Value}\"{(IsMine && draft[field] == choice.Value ? new Html(" checked") : Html.None)}> <span>{choice.Words}</span></label>")))}
        </fieldset>
        """);

    /// <summary>One of many, of which the first is so unless somebody says otherwise; folded away.</summary>
    public Html Fold(string field, string label, IReadOnlyList<(string Value, string Words)> choices)
    {
        var picked = IsMine ? draft[field] : "";
        return Html.Of($"""
            <details class="fold"{(picked.Length > 0 || IsWrong(field) ? new Html(" open") : Html.None)}><summary>{label}</summary>
            <label class="name unseen" for="{name}-{field}">{label}</label>{Wrong(field)}
            <select id="{name}-{field}" name="{field}"{Described(field, null)}>{Html.Join(choices.Select(choice => Html.Of($"<option value=\"{choice.Value}\"{(choice.Value == picked ? new Html(" selected") : Html.None)}>{choice.Words}</option>")))}</select>
            </details>
            """);
    }

    /// <summary>Any number of them.</summary>
    public Html Choices(string field, string label, IEnumerable<(string Value, string Words)> choices)
    {
        var picked = IsMine ? draft[field].Split(',') : [];
        return Html.Of($"""
            <details class="fold"{(picked.Any(value => value.Length > 0) ? new Html(" open") : Html.None)}><summary>{label}</summary><fieldset><legend class="unseen">{label}</legend>{Wrong(field)}
            {Html.Join(choices.Select(choice => Html.Of($"<label class=\"pick\"><input type=\"checkbox\" name=\"{field}\" value=\"{choice.Value}\"{(picked.Contains(choice.Value) ? new Html(" checked") : Html.None)}> <span>{choice.Words}</span></label>")))}
            </fieldset></details>
            """);
    }

    public Html Hidden(string field, string value) => Html.Of($"<input type=\"hidden\" name=\"{field}\" value=\"{value}\">");

    private Html Field(string field, string label, string? help, Func<Html, string?, Html> input) => Html.Of($"""
        <label class="name" for="{name}-{field}">{label}</label>
        {(help is null ? Html.None : Html.Of($"<p class=\"quiet\" id=\"{name}-{field}-help\">{help}</p>"))}
        {Wrong(field)}
        {input(Described(field, help), IsMine ? draft[field] : null)}
        """);

    private Html Wrong(string field) => IsWrong(field) ? Html.Of($"<p class=\"wrong\" id=\"{name}-{field}-wrong\">{string.Join(' ', draft.Errors[field])}</p>") : Html.None;

    private Html Described(string field, string? help)
    {
        var by = string.Join(' ', ((string?[])[IsWrong(field) ? $"{name}-{field}-wrong" : null, help is null ? null : $"{name}-{field}-help"]).OfType<string>());
        return Html.Of($"{(IsWrong(field) ? new Html(" aria-invalid=\"true\"") : Html.None)}{(by.Length > 0 ? Html.Of($" aria-describedby=\"{by}\"") : Html.None)}");
    }

    private bool IsWrong(string field) => IsMine && draft.Errors.ContainsKey(field);
}
