using Kpr.Core.Persons;
using Kpr.Functions.Persons;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Faults;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Persons;

/// <summary>Deletion broken off on either side of any call, and gone on with by somebody who knows nothing of it.</summary>
public sealed class ErasureCrashTests(ITestOutputHelper output)
{
    private const int Seed = 20_260_302;
    private const int Points = 12;

    [Fact]
    public async Task A_deletion_broken_off_at_any_call_ends_in_the_same_register_and_never_half()
    {
        Crash.SystemImage undisturbed;
        long calls;
        await using (var test = await BeginAsync())
        {
            var before = IoSwitch.Of(test.Scopes[0]).Count;
            await test.Get<ApplyDecisions>().RunAsync(default);
            calls = IoSwitch.Of(test.Scopes[0]).Count - before;
            undisturbed = await test.ImageAsync();
        }

        output.WriteLine($"{calls} calls, seed {Seed}");
        var failures = new List<string>();
        foreach (var point in StopPoint.SampleOf(calls, Points, Seed))
        {
            await using var test = await BeginAsync();
            var io = IoSwitch.Of(test.Scopes[0]);
            io.StopAt(io.Count + point.Call, point.Phase);
            await Assert.ThrowsAnyAsync<Exception>(() => test.Get<ApplyDecisions>().RunAsync(default));
            Assert.True(io.Stopped.IsCompleted);
            IoSwitch.Forget(test.Scopes);
            await test.RestartAsync(TestSystem.Only(_ => false));

            // Broken off or not: whoever reads asks the list, and she is in it.
            Assert.True((await test.Get<Register.PersonListStore>().GetAsync(default)).IsErased(PersonWorld.KeyOf(PersonWorld.Her)), $"{point}");
            Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));

            // A look more or less stands in the register of reads.
            failures.AddRange((await test.ImageAsync()).DifferencesFrom(undisturbed).Where(text => !text.Contains("audit/reads/", StringComparison.Ordinal)).Select(text => $"{point}: {text}"));
            failures.AddRange((await PersonWorld.PlacesOfAsync(test, PersonWorld.Her)).Select(place => $"{point}: she is in {place}"));
            failures.AddRange(await PersonWorld.CountAsync(test) == (0, 4) ? [] : [$"{point}: other rows"]);
            failures.AddRange((await test.Get<Register.PersonListStore>().ReadAsync(default)).Decisions.All(decision => decision.State == PersonDecisionState.Done) ? [] : [$"{point}: not done"]);
        }

        Assert.Empty(failures);
    }

    // All files taken in and the deletion decided; nothing runs by itself.
    private static async Task<TestSystem> BeginAsync()
    {
        var test = await TestSystem.StartAsync();
        await PersonWorld.TakeAsync(test);
        await PersonWorld.EraseAsync(test);
        await test.RestartAsync(TestSystem.Only(_ => false));
        return test;
    }
}
