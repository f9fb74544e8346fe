namespace OneVisit.Domain.Services;

/// <summary>The fixed vocabulary of stages a procedure is made of.</summary>
public enum StageKind
{
    /// <summary>受理: on submission, by the system.</summary>
    Accept,

    /// <summary>收集材料: the village agent visits, or the township receives the papers.</summary>
    Collect,

    /// <summary>入户调查: at least two investigators.</summary>
    Survey,

    /// <summary>信息核对: the data check.</summary>
    Verify,

    /// <summary>民主评议: the village's representatives vote; by the rules of the day, or on an objection.</summary>
    Appraise,

    /// <summary>初审: preliminary opinion.</summary>
    Review,

    /// <summary>公示: hangs in the village for calendar days.</summary>
    Notice,

    /// <summary>确认: the decision.</summary>
    Decide,

    /// <summary>送达: told to the resident, by the system.</summary>
    Deliver,

    /// <summary>备案: filed with the city.</summary>
    File,

    /// <summary>办结: closed, by the system.</summary>
    Close,

    /// <summary>市级入户核查: the city visits a household that stands in the register of relatives. Of no procedure; it comes by itself.</summary>
    Visit,
}

/// <summary>Names of <see cref="StageKind"/> as they travel, lower case.</summary>
public static class StageKinds
{
    public static string Code(this StageKind kind) => kind switch
    {
        StageKind.Accept => "accept",
        StageKind.Collect => "collect",
        StageKind.Survey => "survey",
        StageKind.Verify => "verify",
        StageKind.Appraise => "appraise",
        StageKind.Review => "review",
        StageKind.Notice => "notice",
        StageKind.Decide => "decide",
        StageKind.Deliver => "deliver",
        StageKind.File => "file",
        StageKind.Close => "close",
        StageKind.Visit => "visit",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static StageKind? Parse(string? code) => Codes.Parse<StageKind>(code, Code);
}
