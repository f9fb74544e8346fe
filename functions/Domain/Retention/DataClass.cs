using OneVisit.Domain.Services;

namespace OneVisit.Domain.Retention;

/// <summary>Kinds of what is kept, each with a time of its own.</summary>
public enum DataClass
{
    /// <summary>The file of a case (案卷): journal, uploads, printed papers, index, register of relatives; the words of a rating go with it.</summary>
    Case,

    /// <summary>An application that was never sent, and what was uploaded for it.</summary>
    Draft,

    /// <summary>What the bot remembers of a conversation.</summary>
    Chat,

    /// <summary>One-time codes (验证码), as keyed hashes.</summary>
    OneTimeCode,

    /// <summary>投诉、申诉.</summary>
    Complaint,

    /// <summary>Objections to public notices (公示异议).</summary>
    Objection,

    /// <summary>Reviews, remedies, looks at benefits.</summary>
    Supervision,

    /// <summary>Who asked which registry about whom, and why.</summary>
    LookUp,

    /// <summary>What hung in public. It comes down by itself; its number leads to the case until its time is over, or the case is erased.</summary>
    PublicNotice,

    /// <summary>Which messages were told, where their cards lie, and messages that nobody could take.</summary>
    NoticeLeftover,

    /// <summary>Numbers of the register of filings (备案登记簿).</summary>
    Register,

    /// <summary>Where the journals stood every night (存证).</summary>
    AuditAnchor,

    /// <summary>Figures. They hold no person.</summary>
    Statistics,
}

/// <summary>Classes as data names them.</summary>
public static class DataClasses
{
    public static string Code(this DataClass one) => one switch
    {
        DataClass.Case => "case",
        DataClass.Draft => "draft",
        DataClass.Chat => "chat",
        DataClass.OneTimeCode => "one-time-code",
        DataClass.Complaint => "complaint",
        DataClass.Objection => "objection",
        DataClass.Supervision => "supervision",
        DataClass.LookUp => "look-up",
        DataClass.PublicNotice => "public-notice",
        DataClass.NoticeLeftover => "notice-leftover",
        DataClass.Register => "register",
        DataClass.AuditAnchor => "audit-anchor",
        _ => "statistics",
    };

    public static DataClass? Parse(string? code) => Codes.Parse<DataClass>(code, Code);
}
