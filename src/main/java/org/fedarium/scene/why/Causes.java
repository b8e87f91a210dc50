package org.fedarium.scene.why;

import java.util.List;

/// All causes that the program knows; one more is one more file and one more line here.
final class Causes {
    static final List<Cause> ALL =
            List.of(
                    new UpdatesDisagree(),
                    new UpdatesAgree(),
                    new LossRoseAnyway(),
                    new Overshooting(),
                    new AveragingCosts(),
                    new NeverAnswered(),
                    new MembersMissing(),
                    new ClassesMissing(),
                    new FewMembers(),
                    new EmptyClients(),
                    new HeavyClient(),
                    new LeftOut(),
                    new HostileShare(),
                    new BackdoorWorks(),
                    new NoiseDrowns(),
                    new Shortened(),
                    new OldUpdates(),
                    new Compressed(),
                    new ModelsApart(),
                    new PersonalBetter(),
                    new WorstOff(),
                    new StandingStill());

    private Causes() {}
}
