using System.Text.Json.Nodes;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>Inputs of staff cards: each with its label and its own error.</summary>
internal static class Inputs
{
    public static JsonObject Text(Phrasebook book, string id, Phrase label, Phrase error, bool required, int least = 0, int most = Limits.ReasonLongest, bool multiline = false, Phrase? hint = null, string? value = null)
    {
        var input = Labelled("Input.Text", id, book[label], book[error], required);
        input["maxLength"] = most;
        if (multiline) input["isMultiline"] = true;
        if (value is not null) input["value"] = value;
        if (hint is { } words) input["placeholder"] = book[words];
        // Spaces alone are no reason; the desk and the back office check again.
        if (least > 0) input["regex"] = $@"^\s*\S[\s\S]{{{least - 1},}}$";
        return input;
    }

    public static JsonObject Number(Phrasebook book, string id, Phrase label, Phrase error, bool required, decimal? value = null, decimal least = 0)
    {
        var input = Labelled("Input.Number", id, book[label], book[error], required);
        input["min"] = least;
        if (value is { } prefilled) input["value"] = prefilled;
        return input;
    }

    /// <summary>A day, posted as <c>yyyy-MM-dd</c>.</summary>
    public static JsonObject Day(Phrasebook book, string id, Phrase label, Phrase error, bool required, DateOnly? value = null)
    {
        var input = Labelled("Input.Date", id, book[label], book[error], required);
        if (value is { } day) input["value"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return input;
    }

    public static JsonObject Choice(Phrasebook book, string id, Phrase label, Phrase error, bool required, bool many, IEnumerable<(string Title, string Value)> choices, string? value = null)
    {
        var input = Labelled("Input.ChoiceSet", id, book[label], book[error], required);
        input["style"] = "expanded";
        input["wrap"] = true;
        if (many) input["isMultiSelect"] = true;
        if (value is not null) input["value"] = value;
        input["choices"] = Parts.Array(choices.Select(choice => new JsonObject { ["title"] = choice.Title, ["value"] = choice.Value }));
        return input;
    }

    /// <summary>A choice among many: a list to pull down.</summary>
    public static JsonObject Compact(JsonObject choice)
    {
        choice["style"] = "compact";
        return choice;
    }

    private static JsonObject Labelled(string type, string id, string label, string error, bool required)
    {
        var input = new JsonObject { ["type"] = type, ["id"] = id, ["label"] = label, ["errorMessage"] = error };
        if (required) input["isRequired"] = true;
        return input;
    }
}
