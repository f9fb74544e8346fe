using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Understanding;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Advice;

/// <summary>What somebody wants, from free text: services and meanings, emergencies first. The text is neither kept nor told back.</summary>
public sealed class FindServices(Reception reception, MeaningWords words)
{
    // One utterance. It travels in the address, which is why nobody is asked for more.
    private const int MostCharacters = 300;

    [Function(nameof(FindServices))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.FindServices)] HttpRequest request)
    {
        var errors = new FieldErrors(request.Language());
        var text = Text(request, errors);
        var language = Chosen(request, errors);
        return errors.Any ? Problems.Invalid(request, errors.Fields) : Answers.Json(words.Of(reception.Find(text), language));
    }

    private static string Text(HttpRequest request, FieldErrors errors)
    {
        if (request.Query["text"] is not [{ } text] || string.IsNullOrWhiteSpace(text))
        {
            errors.Add("text", "field.required");
            return "";
        }

        if (text.Length > MostCharacters)
            errors.Add("text", "field.text-long", MostCharacters);
        return text;
    }

    /// <summary>As asked for; otherwise what the reader's browser prefers.</summary>
    private static Language Chosen(HttpRequest request, FieldErrors errors)
    {
        switch (request.Query["lang"].ToArray())
        {
            case []: return request.Language();
            case ["zh" or "zh-CN"]: return Language.Chinese;
            case ["en"]: return Language.English;
            default:
                errors.Add("lang", "field.language");
                return default;
        }
    }
}
