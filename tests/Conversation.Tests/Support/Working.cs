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

    public const string Code = "482913";

    public static ImmutableArray<AgentOfficeView> Agents { get; } =
    [
        new("village", "village/370982103201", "史家庄村代办点", [new("shi-agent", "史建国"), new("shi-agent-2", "史玉梅")]),
        new("township", "township/370982103", "翟镇民政办", [new("zhai-agent", "冯桂兰")]),
    ];

    public static EffectResult Answer(Effect effect) => effect switch
    {
        Effect.Submit => new EffectResult.Submitted(Receipt),
        Effect.Apply apply => new EffectResult.Applied(new ApplicationReceipt("AP261124-7K2M9Q", false, [.. apply.Application.Services.Select((service, at) => Receipt with { CaseId = $"XT261124-AB12C{at}", Service = service })])),
        Effect.Upload upload => new EffectResult.Uploaded(upload.Material, [.. upload.Files.Select(file => new UploadedFile(file.Name, null))]),
        Effect.ListMyCases => new EffectResult.Cases([Summary]),
        Effect.ShowCase => new EffectResult.Shown(View),
        Effect.RevokeMandate revoke => new EffectResult.MandateRevoked(revoke.CaseId),
        Effect.ListAgents => new EffectResult.Agents(Agents),
        Effect.SendMandateCode => new EffectResult.CodeSent(new MandateCodeSent(City.Now.AddMinutes(10), "138****5678", 5, Code)),
        Effect.CheckMandateCode { Request.Mandate.Consent.Code: Code } => new EffectResult.CodeRight(),
        Effect.CheckMandateCode => new EffectResult.Failed(new Problem("about:blank", "", 422, Code: ProblemCodes.CodeWrong, Errors: new Dictionary<string, string[]> { ["mandate.consent.code"] = ["验证码不对，还可以再试 4 次。"] })),
        Effect.GrantMandate grant => new EffectResult.MandateGranted(View with { Mandate = new("listed-acts", "township/370982103", new(2027, 2, 24), !grant.Mandate.SignLater, State: grant.Mandate.SignLater ? "awaits-signature" : "active", HolderName: "冯桂兰") }),
        Effect.Claim => new EffectResult.Shown(View),
        Effect.ListClients => new EffectResult.Clients([]),
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
