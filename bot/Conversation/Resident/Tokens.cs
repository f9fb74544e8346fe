namespace OneVisit.Conversation.Resident;

/// <summary>What buttons that work at any stage stand for.</summary>
internal static class Tokens
{
    public const string MyCases = "cmd:mycases";
    public const string OtherLanguage = "cmd:language";
    public const string Why = "cmd:why";
    public const string Back = "cmd:back";
    public const string Person = "cmd:person";
    public const string Change = "cmd:change";
    public const string New = "cmd:new";
    public const string Find = "cmd:find";
    public const string RestartYes = "cmd:restart-yes";
    public const string EraseYes = "cmd:erase-yes";
    public const string RestartNo = "cmd:restart-no";
    public const string DropFiles = "cmd:drop-files";

    public const string Leave = "cmd:leave";
    public const string LeaveYes = "cmd:leave-yes";

    /// <summary>Followed by what it stands for while somebody proves who they are.</summary>
    public const string Prove = "prove:";

    /// <summary>Followed by the key of an inquiry or a stage.</summary>
    public const string ChangeOf = "change:";

    /// <summary>Followed by the key of an inquiry, a colon, and its answer.</summary>
    public const string Answer = "q:";

    /// <summary>An answer to what was found otherwise than told.</summary>
    public const string Found = "found:";

    /// <summary>Followed by a case id.</summary>
    public const string Case = "case:";

    /// <summary>Followed by a case id.</summary>
    public const string Revoke = "revoke:";

    /// <summary>Followed by a case id: somebody shall not act in it any more.</summary>
    public const string EndActing = "unact:";

    /// <summary>Followed by a case id: who acts in it does so no longer.</summary>
    public const string StopActing = "stop-acting:";

    /// <summary>Followed by a case id, or by what it stands for while somebody is being named: they act in it from now on.</summary>
    public const string NameActing = "name-acting:";

    /// <summary>Followed by a case id.</summary>
    public const string Replace = "replace:";

    /// <summary>Followed by a case id, a colon, and 1 to 5.</summary>
    public const string Rate = "rate:";

    /// <summary>Followed by what it stands for in a complaint being told.</summary>
    public const string Complaint = "complaint:";

    /// <summary>Followed by a case id, or by what it stands for in a change being told.</summary>
    public const string Report = "report:";

    /// <summary>Followed by the code of a material.</summary>
    public const string Material = "material:";
}
