using OneVisit.Local.DurableTask.Tests;

// Started by the recovery tests as a process of its own, which kills itself in the middle of its work.
return args is ["work", var database, var diary, var dieAfter] ? await Victim.Work(database, diary, int.Parse(dieAfter)) : 1;
