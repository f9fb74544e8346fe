using System.Collections.Immutable;

namespace OneVisit.Conversation.Tests.Support;

/// <summary>A back office in which everything works, and made-up views of its cases.</summary>
internal static class Working
{
    public const string CaseId = "XT261124-AB12CD";

    public static CaseReceipt Receipt { get; } = new(CaseId, "D1.2", new(2026, 11, 24), new(2026, 12, 22), false, false, ["collect"]);

    public static CaseSummary Summary { get; } = new(CaseId, "D1.2", "open", ["survey", "verify"], new(2026, 11, 24), new(2026, 12, 22), "green", false);

    public static CaseView View { get; } = new(
        CaseId, "D1.2", "open", ["survey", "verify"], new(2026, 11, 24), new(2026, 12, 22), false, "green", "李*", "史家庄村", 4,
        [new(City.Now, "submitted", null, null), new(City.Now, "accepted", null, null)],
        [new("M04", "家庭经济状况核对授权书", "needed", null, [])], new("collect-and-submit", "village/370982103201", new(2027, 2, 22), true), null, false, null, 3);

    public static EffectResult Answer(Effect effect) => effect switch
    {
        Effect.Submit => new EffectResult.Submitted(Receipt),
        Effect.Apply apply => new EffectResult.Applied(new ApplicationReceipt("AP261124-7K2M9Q", false, [.. apply.Application.Services.Select((service, at) => Receipt with { CaseId = $"XT261124-AB12C{at}", Service = service })])),
        Effect.Upload upload => new EffectResult.Uploaded(upload.Material, [.. upload.Files.Select(file => new UploadedFile(file.Name, null))]),
        Effect.ListMyCases => new EffectResult.Cases([Summary]),
        Effect.ShowCase => new EffectResult.Shown(View),
        Effect.RevokeMandate revoke => new EffectResult.MandateRevoked(revoke.CaseId),
        Effect.Rate rate => new EffectResult.Rated(rate.CaseId, rate.Stars),
        Effect.AnswerFound found => new EffectResult.Heeded(found.CaseId),
        Effect.ObjectToSurvey objection => new EffectResult.Heeded(objection.CaseId),
        Effect.Complain => new EffectResult.Complained(new ComplaintReceipt("TS261124-7K2M9QXY", "ABCDE12345", new(2026, 12, 8), false, null)),
        Effect.Object => new EffectResult.Objected(new ObjectionReceipt("YY261124-7K2M9QXY", "ABCDE12345", new(2026, 12, 1), false)),
        Effect.ShowObjection show => new EffectResult.ObjectionShown(new ObjectionView(show.ObjectionId, "GS261124-7K2M9Q", "open", new(2026, 11, 24), new(2026, 12, 1), "green", null, null, null)),
        Effect.ShowComplaint show => new EffectResult.ComplaintShown(new ComplaintView(show.ComplaintId, "complaint", "open", new(2026, 11, 24), new(2026, 12, 8), "green", null, null, null, null)),
        Effect.CallPerson => new EffectResult.Done(),
        Effect.ListWork => new EffectResult.Work([]),
        Effect.Act act => new EffectResult.Failed(new Problem("about:blank", "Conflict", 409, Code: ProblemCodes.OutOfOrder)),
        _ => throw new InvalidOperationException(effect.ToString()),
    };
}
