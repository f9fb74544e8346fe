using System.Globalization;
using OneVisit.Local.Platform.Sandbox;

namespace OneVisit.Local.Platform.Answers;

/// <summary>The platform's contract: a question in, an answer out. Who does not say why, in which case and on which basis is not answered.</summary>
internal static class QuestionEndpoints
{
    public static void MapQuestions(this WebApplication app, Registers registers, Faults faults, Door door) => app.MapPost("/v1/questions", async (HttpContext context, Asked asked) =>
    {
        if (string.IsNullOrWhiteSpace(asked.Purpose) || string.IsNullOrWhiteSpace(asked.About) || string.IsNullOrWhiteSpace(asked.Basis) || asked.Fields is not { Count: > 0 })
            return Results.Problem("Purpose, about, basis and fields have to be told.", statusCode: StatusCodes.Status422UnprocessableEntity);
        if (registers.Ask(asked.Question, asked.IdNumber) is not { } answer)
            return Results.Problem("No registry answers that question, or the number is none.", statusCode: StatusCodes.Status422UnprocessableEntity);
        var registry = Registers.RegistryOf[asked.Question!];
        if (await faults.HoldUpAsync(registry, context.RequestAborted))
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        var told = faults.IsWrong(registry) ? Turned(answer) : answer;
        return Results.Json(new Told(told.Kind, told.Value, told.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }).AddEndpointFilter(door.LetInAsync);

    // The opposite of the truth: what a registry with a mistake in it would say.
    private static Answer Turned(Answer answer) => answer.Kind switch
    {
        "no" => answer with { Kind = "yes" },
        "yes" or "value" => answer with { Kind = "no", Value = null },
        _ => answer,
    };

    private sealed record Asked(string? Question, string? IdNumber, string? Purpose, string? About, string? Basis, IReadOnlyList<string>? Fields);

    private sealed record Told(string Answer, string? Value, string AsOf);
}
