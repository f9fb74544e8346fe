using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>Brings a conversation begun before there were interviews to where it would stand today; nothing told is lost.</summary>
internal static class Earlier
{
    public static DialogueState Brought(DialogueState state, DialogueWorld world)
    {
        if (!state.Unsure.IsEmpty)
        {
            state = state with
            {
                Answers = [.. state.Answers, .. state.Unsure.Select(question => new Answered(Inquiry.About(question), new Answer.NotKnown()))],
                Unsure = [],
            };
        }
        if (state.Asking is { } asking) state = state with { Inquiry = Inquiry.About(asking), Asking = null };
        if (state.Services.IsEmpty && !state.Stage.IsOpening() && state.Stage != Stage.ConfirmStory) state = state with { Services = Relevance.OfService(world.Interview, world.Service.Code) };
        // Who was filling in was filling in the one application there was.
        if (state.Chosen.IsEmpty && state.Applying) state = state with { Chosen = [world.Service.Code] };
        return state;
    }
}
