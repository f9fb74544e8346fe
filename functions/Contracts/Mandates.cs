namespace OneVisit.Contracts;

/// <summary>The mandate that a household wishes to give (代办授权). What is left out is the usual: the village's agents run the errands for three months.</summary>
/// <param name="Level"><c>village</c>, <c>township</c> or <c>city</c>.</param>
/// <param name="Agent">Id of one agent, for example <c>shi-agent</c>; <c>null</c>: all agents of that office.</param>
/// <param name="Acts">What the agent may do: <c>collect-papers</c>, <c>hand-in</c>, <c>upload</c>, <c>answer-questions</c>, <c>receive-notices</c>, <c>collect-result</c>, <c>apply</c>.
/// Never <c>sign</c>, <c>survey</c>, <c>decide</c>.</param>
/// <param name="Notices"><c>me</c>, <c>both</c>, or <c>agent-first</c>.</param>
/// <param name="ExpiresOn">Last day, at most a year from today.</param>
/// <param name="SignLater">It is signed on the screen afterwards, and counts from then on.</param>
public sealed record MandateOffer(
    string? Level = null, string? Agent = null, IReadOnlyList<string>? Acts = null, string? Notices = null, DateOnly? ExpiresOn = null,
    MandateConsent? Consent = null, bool SignLater = false);

/// <summary>The signature under a mandate: the applicant's own name, typed, and the code that was sent to their telephone.</summary>
public sealed record MandateConsent(string TypedName, string Code)
{
    /// <summary>Never prints a person or a code.</summary>
    public override string ToString() => nameof(MandateConsent);
}

/// <summary>Wants a code with which a mandate is signed: of a case, or of an application that is being prepared.</summary>
/// <param name="CaseId">The case; <c>null</c>: the rest says what is being prepared.</param>
/// <param name="SubmissionId">Of the application; it is signed for this one alone.</param>
/// <param name="Services">Codes applied for.</param>
public sealed record MandateCodeRequest(
    MandateOffer Mandate, string? CaseId = null, string? SubmissionId = null, IReadOnlyList<string>? Services = null, ApplicantDetails? Applicant = null)
{
    /// <summary>Who acts for the applicant and signs in their place; <c>null</c>: nobody does.</summary>
    public RepresentativeDetails? Representative { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(MandateCodeRequest);
}

/// <param name="PhoneMasked">Whose telephone it went to.</param>
/// <param name="DemoCode">The code itself, where a sandbox stands in for the telephone; else <c>null</c>.</param>
public sealed record MandateCodeSent(DateTimeOffset ExpiresAt, string PhoneMasked, int TriesLeft, string? DemoCode = null)
{
    /// <summary>Never prints a code.</summary>
    public override string ToString() => nameof(MandateCodeSent);
}

/// <summary>The code was right: what was shown is signed.</summary>
public sealed record MandateCodeConfirmed(DateTimeOffset At);

/// <summary>An office whose agents may be authorised.</summary>
/// <param name="Level"><c>village</c>, <c>township</c> or <c>city</c>.</param>
public sealed record AgentOfficeView(string Level, string Office, string Name, IReadOnlyList<AgentView> Agents);

/// <param name="Id">For example <c>shi-agent</c>.</param>
public sealed record AgentView(string Id, string Name);

/// <summary>A line of an agent's list of clients.</summary>
/// <param name="Client">In full while a task of the agent's needs it, else masked.</param>
/// <param name="Phone">Whom to call; <c>null</c> while no errand is open.</param>
/// <param name="Next">Kinds of the stages under way.</param>
/// <param name="TaskId">The agent's own open task; <c>null</c>: none.</param>
/// <param name="DueOn">Of the agent's task, else of the case.</param>
/// <param name="Acts">What the mandate allows.</param>
/// <param name="Missing">Papers that are still to be brought: code and name.</param>
/// <param name="WaitsForSignature">The mandate is given and not signed yet.</param>
public sealed record ClientView(
    string CaseId, string Service, string Client, string? Phone, string Village, string Status, IReadOnlyList<string> Next, string? TaskId, DateOnly DueOn, string DueState,
    IReadOnlyList<string> Acts, DateOnly MandateUntil, IReadOnlyList<ClientPaper> Missing, bool WaitsForSignature = false)
{
    /// <summary>Who acts for the client: the number is theirs. <c>null</c>: nobody does, or no errand is open.</summary>
    public ClientContact? Contact { get; init; }
}

/// <summary>Whom an agent calls in the client's place.</summary>
/// <param name="Relation">What they are to the client, in words.</param>
public sealed record ClientContact(string Name, string Relation)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(ClientContact);
}

public sealed record ClientPaper(string Code, string Name);

/// <summary>A case that an agent applied for becomes its owner's own conversation's.</summary>
/// <param name="Code">From the receipt.</param>
public sealed record ClaimCase(string CaseId, string Code)
{
    /// <summary>Never prints the code.</summary>
    public override string ToString() => nameof(ClaimCase);
}
